import {textIn, type Choice, type Id, type Lang, type Question, type Questionnaire, type Text} from '@ppgp/schema';
import {pipe, type Session} from '@ppgp/session';
import {correctedWords} from '@ppgp/words';
import type {TemplateResult} from 'lit';
import {inWords} from './questionnaire/answer-in-words.js';
import type {Kinds} from '../questions/question-view.js';
import {Reader} from './reader.js';

/** What is read where: the answers given so far, and whether plainer words are wanted. */
interface Page {
  walk?: {session: Session} | undefined;
  plain: boolean;
  kinds?: Kinds;
}

/** A reader that knows a département's corrections, by "q.label", "q.choice", "list.choice", "ui.key"; plainer words; earlier answers. */
export class CorrectedReader extends Reader {
  readonly #own: Readonly<Record<string, string>>;
  readonly #page: Page;
  readonly #catalogues = new Map<object, object>();

  constructor(lang: Lang, corrections: Questionnaire['words'] = {}, page: Page = {plain: false}) {
    super(lang);
    this.#own = corrections[lang] ?? corrections[lang.split('-')[0] ?? lang] ?? {};
    this.#page = page;
  }

  override words<Words extends object>(catalogue: Words): Words {
    const corrected = this.#catalogues.get(catalogue) ?? correctedWords(catalogue, this.#own);
    this.#catalogues.set(catalogue, corrected);
    return corrected as Words;
  }

  override plain(text: Text | undefined, key?: string): string {
    return this.#correction(key) ?? super.plain(text);
  }

  override show(text: Text, key?: string): string | TemplateResult {
    return this.#correction(key) ?? super.show(text);
  }

  override label(question: Question): string | TemplateResult {
    return this.marked(this.#labelOf(question));
  }

  override plainLabel(question: Question): string {
    return this.#labelOf(question).text;
  }

  override choice(question: Question, choice: Choice): string {
    return this.plain(choice.label, this.#choiceKey(question, choice.id));
  }

  override showChoice(question: Question, choice: Choice): string | TemplateResult {
    return this.show(choice.label, this.#choiceKey(question, choice.id));
  }

  #labelOf({id, label, plain}: Question): {text: string; lang: Lang} {
    const isPlain = this.#page.plain && plain !== undefined;
    const own = this.#correction(`${id}.${isPlain ? 'plain' : 'label'}`);
    const found = own === undefined ? textIn(isPlain ? plain : label, this.lang) : {text: own, lang: this.lang};
    const session = this.#page.walk?.session;
    if (session === undefined || !found.text.includes('{')) return found;
    return {...found, text: pipe(found.text, session, (asked) => [(this.#page.kinds?.inWords ?? inWords)(asked, this)].flat().join(', '))};
  }

  #correction(key: string | undefined): string | undefined {
    return key !== undefined && Object.hasOwn(this.#own, key) ? this.#own[key] : undefined;
  }

  #choiceKey(question: Question, choice: Id): string {
    const lists = ['choices' in question && question.choices, 'rows' in question && question.rows];
    const shared = lists.flatMap((from) => (typeof from === 'object' && 'list' in from ? `${from.list}.${choice}` : []));
    return [`${question.id}.${choice}`, ...shared].find((key) => Object.hasOwn(this.#own, key)) ?? '';
  }
}
