import {textIn, type Choice, type Lang, type Question, type Questionnaire, type Text} from '@ppgp/schema';
import {isByRow, pipe, type Asked, type Session} from '@ppgp/session';
import {correctedWords, fr, frKinds} from '@ppgp/words';
import {html} from 'hono/html';

/** A piece of a page, escaped. */
export type Html = ReturnType<typeof html>;

interface Said {
  text: string;
  lang: Lang;
}

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** A text in the page's French, or marked as being in another language. */
const marked = ({text, lang}: Said): string | Html => {
  const [base = lang] = lang.split('-');
  if (base === 'fr') return text;
  return html`<span lang="${lang}" dir="${RIGHT_TO_LEFT.has(base) ? 'rtl' : 'ltr'}">${text}</span>`;
};

/** Puts a definition into one language, with the département's corrections and, in labels, the answers given so far. */
export class Wording {
  readonly lang: Lang;
  readonly #own: Readonly<Record<string, string>>;
  readonly #session: Session;

  constructor(lang: Lang, session: Session) {
    const {words = {}}: Questionnaire = session.definition;
    this.lang = lang;
    this.#own = words[lang] ?? words[lang.split('-')[0] ?? lang] ?? {};
    this.#session = session;
  }

  /** A catalogue of sentences, as the département corrected it. */
  words<Words extends object>(catalogue: Words): Words {
    return correctedWords(catalogue, this.#own);
  }

  plain(text: Text | undefined, key?: string): string {
    return this.#said(text, key).text;
  }

  show(text: Text, key?: string): string | Html {
    return marked(this.#said(text, key));
  }

  label({id, label}: Question): string | Html {
    const said = this.#said(label, `${id}.label`);
    return marked({...said, text: pipe(said.text, this.#session, (asked) => this.#inWords(asked))});
  }

  plainLabel({id, label}: Question): string {
    return pipe(this.plain(label, `${id}.label`), this.#session, (asked) => this.#inWords(asked));
  }

  choice(question: Question, choice: Choice): string {
    return this.plain(choice.label, this.#choiceKey(question, choice));
  }

  showChoice(question: Question, choice: Choice): string | Html {
    return this.show(choice.label, this.#choiceKey(question, choice));
  }

  #said(text: Text | undefined, key: string | undefined): Said {
    const own = key !== undefined && Object.hasOwn(this.#own, key) ? this.#own[key] : undefined;
    if (own !== undefined) return {text: own, lang: this.lang};
    return text === undefined ? {text: '', lang: 'fr'} : textIn(text, this.lang);
  }

  #choiceKey(question: Question, {id}: Choice): string | undefined {
    const lists = ['choices' in question && question.choices, 'rows' in question && question.rows];
    const shared = lists.flatMap((from) => (typeof from === 'object' && 'list' in from ? `${from.list}.${id}` : []));
    return [`${question.id}.${id}`, ...shared].find((key) => Object.hasOwn(this.#own, key));
  }

  /** An answer taken up in a later question. */
  #inWords({question, choices, rows, answer}: Asked): string {
    const kinds = this.words(frKinds);
    const named = (list: readonly Choice[], code: unknown): string => {
      const choice = list.find(({id}) => id === code);
      return choice === undefined ? String(code) : this.choice(question, choice);
    };
    if (typeof answer === 'boolean') return answer ? kinds.yes : kinds.no;
    if (typeof answer === 'number')
      return kinds.amount({value: answer, unit: question.type === 'number' ? this.plain(question.unit, `${question.id}.unit`) : ''});
    if (Array.isArray(answer)) return this.words(fr).list({items: answer.map((code) => named(choices, code))});
    if (answer !== undefined && isByRow(answer))
      return rows.flatMap((row) => (answer[row.id] ? `${named(rows, row.id)} : ${named(choices, answer[row.id])}` : [])).join(', ');
    return named(choices, answer ?? '');
  }
}
