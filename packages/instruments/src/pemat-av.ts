import type {Grid} from '@ppgp/schema';
import {pematForm} from './pemat-form.js';

/** The grid for what is watched or listened to: videos, slides. */
export const pematAv: Grid = pematForm('av', 'Grille de lecture d’une vidéo ou d’un diaporama, inspirée du PEMAT');
