import {bootstrapApplication} from '@angular/platform-browser';
import {Opinion} from './opinion';

void bootstrapApplication(Opinion);
