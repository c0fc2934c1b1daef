import type {Board, Choice, Payload, Questionnaire, Theme} from '@ppgp/schema';
import {Choosing, composeBoard} from '@ppgp/session';
import {frForm} from '@ppgp/words';
import type {Stand} from './asked-campaign.js';

/** A board's two questions, named as its answers are. */
const CHOSEN = 'chosen';
const TODAY = 'today';

/** A theme as a box to tick; there are no words beside one. */
const asChoice = ({id, label, hint, picture, role}: Theme): Choice => ({
  id,
  label,
  ...(hint === undefined ? {} : {hint}),
  ...(picture === undefined ? {} : {picture}),
  ...(role === 'exclusive' ? {role} : {}),
});

/**
 * A board as the questions of a form: what one chooses, and what of it is for today. Sensitive themes are among them only where the
 * campaign shares all. Undefined where it shares nothing: what is chosen may then not be sent.
 */
export function boardForm({
  kind: _kind,
  sets: _sets,
  themes,
  todayMax,
  help: _help,
  exitTo: _exit,
  ...base
}: Board): Questionnaire | undefined {
  const {share = 'nothing', title} = base;
  if (share === 'nothing') return undefined;
  const offered = themes.filter(({sensitive}) => share === 'all' || sensitive !== true);
  const subjects = offered.filter(({role}) => role !== 'exclusive').map(asChoice);
  const max = Math.min(todayMax ?? 3, subjects.length);
  return {
    ...base,
    kind: 'questionnaire',
    questions: [
      {
        id: CHOSEN,
        type: 'multiple',
        label: title,
        choices: offered.map(asChoice),
        ...(offered.length < themes.length ? {hint: frForm.boardHard} : {}),
      },
      {id: TODAY, type: 'ranking', label: frForm.boardToday, hint: frForm.boardTodayNext({max}), choices: subjects, max},
    ],
  };
}

/** The themes of a board under the names of their sets, in its order; those of no set last, without a name. */
export function bySet({sets, themes}: Board, choices: readonly Choice[]): {set: Board['sets'][number] | undefined; choices: Choice[]}[] {
  const setOf = new Map(themes.map(({id, set}) => [id, set]));
  return [...sets, undefined]
    .map((set) => ({set, choices: choices.filter(({id}) => setOf.get(id) === set?.id)}))
    .filter((one) => one.choices.length > 0);
}

/** What was chosen on a form, as the board itself sends it: a theme for today is a chosen one. */
export function boardPayload(board: Board, {answers}: Payload, {lang, situation}: Stand): Payload {
  const choosing = new Choosing(board);
  const codes = (id: string): string[] => {
    const answer = answers[id];
    return Array.isArray(answer) ? answer : [];
  };
  for (const code of [...codes(CHOSEN), ...codes(TODAY)]) if (!choosing.isChosen(code)) choosing.toggle(code);
  for (const code of codes(TODAY)) choosing.toToday(code);
  choosing.settle();
  return composeBoard(choosing, situation, {lang, all: board.share === 'all'});
}
