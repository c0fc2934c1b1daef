import type {Asked} from './asked.js';
import type {Session} from './session.js';

/** Stands for an answer that is not there. */
const NOTHING_SAID = '…';

/**
 * A text with every "{id}" replaced by what `say` makes of that question's answer: « … » where it is hidden, absent or declined.
 * Braces around what is no question of the definition stay as written.
 */
export function pipe(text: string, {definition, asked}: Pick<Session, 'definition' | 'asked'>, say: (asked: Asked) => string): string {
  return text.replace(/\{([a-z][a-z0-9_-]{0,63})\}/g, (written, id: string) => {
    const found = asked.find(({question}) => question.id === id);
    if (found !== undefined && found.answer !== undefined && found.answer !== null) return say(found);
    return definition.questions.some((question) => question.id === id) ? NOTHING_SAID : written;
  });
}
