import {dayInParis} from '@ppgp/session';
import type {Clock} from './dependencies.js';

/** Midnight falls on a whole second, and naming a day takes longer than receiving an answer. */
let known = {second: NaN, day: ''};

export const systemClock: Clock = {
  today() {
    const second = Math.floor(Date.now() / 1000);
    if (second !== known.second) known = {second, day: dayInParis(second * 1000)};
    return known.day;
  },
};
