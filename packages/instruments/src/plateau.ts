import type {Board, Choice, Id, Theme} from '@ppgp/schema';
import {MARKS} from './marks.js';
import {themeHints} from './theme-hints.js';
import {childThemes, dailyThemes, delicateThemes, otherThemes, parentThemes, prenatalThemes} from './themes.js';

/** Kept and sent only where a campaign says so: knowing them of someone could put that person in danger. */
const SENSITIVE: readonly Id[] = ['moral', ...delicateThemes.map(({id}) => id)];

/** With its second line, which the surveys that share the themes do not show. */
const hinted = (theme: Choice): Theme => ({...theme, hint: themeHints[theme.id] ?? ''});

const inSet = (set: Id, themes: readonly Choice[]): Theme[] =>
  themes.map((theme) => ({...hinted(theme), set, ...(SENSITIVE.includes(theme.id) ? {sensitive: true} : {})}));

/**
 * The board « Je me pose des questions sur… »: what a parent may want to speak of, today or another time. The first two sets follow the two
 * flyers of the Tarn; the others are this project's. Help numbers and the way out are a département's to give.
 */
export const plateau: Board = {
  format: 'ppgp/1',
  kind: 'board',
  id: 'plateau',
  version: '1',
  title: 'Je me pose des questions sur…',
  origin: `Thèmes écrits pour ce projet, d’après le plateau des besoins de la démarche « Petits pas, Grands pas » (PPGP®) et les deux flyers du Tarn (grossesse, naissance). Les thèmes du parent, de la vie de tous les jours et les thèmes sensibles sont de ce projet. ${MARKS}`,
  minutes: 3,
  todayMax: 3,
  sets: [
    {id: 'prenatal', label: 'Ma grossesse'},
    {id: 'enfant', label: 'Mon bébé, mon enfant'},
    {id: 'parent', label: 'Moi, parent'},
    {id: 'quotidien', label: 'La vie de tous les jours'},
    {id: 'sensible', label: 'C’est difficile à dire'},
  ],
  themes: [
    ...inSet('prenatal', prenatalThemes),
    ...inSet('enfant', childThemes),
    ...inSet('parent', parentThemes),
    ...inSet('quotidien', dailyThemes),
    ...inSet('sensible', delicateThemes),
    ...otherThemes.map(hinted),
  ],
};
