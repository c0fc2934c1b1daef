import type {Definition, Id} from '@ppgp/schema';
import {ariane} from './ariane.js';
import {bilan} from './bilan.js';
import {flyer} from './flyer.js';
import {pematAv} from './pemat-av.js';
import {pematP} from './pemat-p.js';
import {plateau} from './plateau.js';
import {postFormation} from './post-formation.js';
import {pros} from './pros.js';
import {usagers} from './usagers.js';

const READY_MADE: readonly Definition[] = [usagers, pros, flyer, postFormation, bilan, ariane, plateau, pematP, pematAv];

/** The ready-made instrument of that id, or undefined. */
export const instrument = (id: Id): Definition | undefined => READY_MADE.find((one) => one.id === id);

export {ariane, bilan, flyer, pematAv, pematP, plateau, postFormation, pros, usagers};
