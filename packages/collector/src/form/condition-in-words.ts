import {ANSWER_FORMS, type AnswerTest, type Choice, type Condition, type Questionnaire} from '@ppgp/schema';
import {frForm, frKinds} from '@ppgp/words';
import type {Shown} from './questions-of.js';
import type {Wording} from './wording.js';

/** What a condition in words is made of. */
export interface Telling {
  definition: Questionnaire;
  shown: readonly Shown[];
  wording: Wording;
}

const nested = (condition: Condition): boolean => 'all' in condition || 'any' in condition;

/** Where a test looks: « à la question 3, pour « La lettre » ». A row of the same name needs no name. */
function placeOf({row}: AnswerTest, {question, rows, number = 0}: Shown, {wording}: Telling): string {
  const words = wording.words(frForm);
  const place = words.toQuestion({number});
  if (question.type !== 'matrix' || row === 'same') return place;
  const named = rows.find(({id}) => id === row);
  return named === undefined ? words.toAnyRow({question: place}) : words.toRow({row: wording.choice(question, named), question: place});
}

function testInWords(test: AnswerTest, not: boolean, telling: Telling): string {
  const {shown, wording} = telling;
  const {is, atLeast, atMost, answered} = test;
  const words = wording.words(frForm);
  const kinds = wording.words(frKinds);
  const found = shown.find(({question}) => question.id === test.question);
  if (found === undefined) return '';
  const place = placeOf(test, found, telling);
  if (answered === false) return words.answered({place, not: !not});
  const parts: string[] = [];
  if (is !== undefined) {
    const said = (code: string | boolean): string => {
      if (typeof code === 'boolean') return code ? kinds.yes : kinds.no;
      const choice: Choice | undefined = found.choices.find(({id}) => id === code);
      return choice === undefined ? code : wording.choice(found.question, choice);
    };
    const form = ANSWER_FORMS[found.question.type];
    const deed = form === 'codes' ? 'ticked' : form === 'ranked' ? 'ranked' : 'said';
    parts.push(words.chose({deed, answers: [is].flat().map(said), place, not}));
  }
  if (atLeast !== undefined || atMost !== undefined) parts.push(words.amount({place, min: atLeast, max: atMost, not}));
  if (parts.length === 0) parts.push(words.answered({place, not}));
  return not ? words.oneOf({parts, deep: false}) : words.allOf({parts, deep: false});
}

/** A condition on earlier answers as a person reads it after « si »: « vous avez répondu « Oui » à la question 3 ». */
export function conditionInWords(condition: Condition, telling: Telling, not = false): string {
  const words = telling.wording.words(frForm);
  if ('not' in condition) return conditionInWords(condition.not, telling, !not);
  if ('all' in condition || 'any' in condition) {
    const inner = 'all' in condition ? condition.all : condition.any;
    const parts = inner.map((part) => conditionInWords(part, telling, not));
    const joined = {parts, deep: inner.some(nested)};
    return 'all' in condition !== not ? words.allOf(joined) : words.oneOf(joined);
  }
  if ('territory' in condition) {
    const {territories = []} = telling.definition;
    const names = condition.territory.flatMap((code) => {
      const territory = territories.find(({id}) => id === code);
      return territory === undefined ? [] : [telling.wording.plain(territory.label)];
    });
    return words.territory({names, not});
  }
  // The others were decided before the form was shown.
  return 'question' in condition ? testInWords(condition, not, telling) : '';
}
