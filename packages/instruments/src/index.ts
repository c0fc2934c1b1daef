import type {Definition, Id} from '@ppgp/schema';
import {flyer} from './flyer.js';

const READY_MADE: readonly Definition[] = [flyer];

/** The ready-made instrument of that id, or undefined. */
export const instrument = (id: Id): Definition | undefined => READY_MADE.find((one) => one.id === id);

export {flyer};
