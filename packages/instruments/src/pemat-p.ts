import type {Grid} from '@ppgp/schema';
import {pematForm} from './pemat-form.js';

/** The grid for what is printed or read on a page: flyers, letters, web pages. */
export const pematP: Grid = pematForm('p', 'Grille de lecture d’un document écrit, inspirée du PEMAT');
