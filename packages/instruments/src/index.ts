import type {Definition, Id} from '@ppgp/schema';
import {ariane} from './ariane.js';
import {bilan} from './bilan.js';
import {flyer} from './flyer.js';
import {plateau} from './plateau.js';
import {postFormation} from './post-formation.js';
import {pros} from './pros.js';
import {usagers} from './usagers.js';

const READY_MADE: readonly Definition[] = [usagers, pros, flyer, postFormation, bilan, ariane, plateau];

/** The ready-made instrument of that id, or undefined. */
export const instrument = (id: Id): Definition | undefined => READY_MADE.find((one) => one.id === id);

export {ariane, bilan, flyer, plateau, postFormation, pros, usagers};
