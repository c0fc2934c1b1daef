import {dayInParis} from '@ppgp/session';
import type {Clock} from './dependencies.js';

export const systemClock: Clock = {today: () => dayInParis(Date.now())};
