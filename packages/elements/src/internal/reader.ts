import {textIn, type Choice, type Id, type Lang, type Question, type Questionnaire, type Text} from '@ppgp/schema';
import {correctedWords, fr, type Words} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';

/** Puts a definition's texts and the catalogue into one language, with the département's corrections. */
export class Reader {
  readonly lang: Lang;
  readonly words: Words;
  readonly #own: Readonly<Record<string, string>>;

  constructor(lang: Lang, corrections: Questionnaire['words'] = {}) {
    this.lang = lang;
    this.#own = corrections[lang] ?? corrections[lang.split('-')[0] ?? lang] ?? {};
    this.words = correctedWords(fr, this.#own);
  }

  /** A text as a plain string. */
  plain(text: Text | undefined, key?: string): string {
    if (key !== undefined && Object.hasOwn(this.#own, key)) return this.#own[key] ?? '';
    return text === undefined ? '' : textIn(text, this.lang).text;
  }

  /** A text for a template; a fallback from another language is marked with its own. */
  show(text: Text, key?: string): string | TemplateResult {
    if (key !== undefined && Object.hasOwn(this.#own, key)) return this.#own[key] ?? '';
    const found = textIn(text, this.lang);
    return found.lang.split('-')[0] === this.lang.split('-')[0] ? found.text : html`<span lang=${found.lang}>${found.text}</span>`;
  }

  /** The plain words of a choice. */
  choice(question: Question, choice: Choice): string {
    return this.plain(choice.label, this.#choiceKey(question, choice.id));
  }

  showChoice(question: Question, choice: Choice): string | TemplateResult {
    return this.show(choice.label, this.#choiceKey(question, choice.id));
  }

  #choiceKey(question: Question, choice: Id): string {
    const own = `${question.id}.${choice}`;
    if (Object.hasOwn(this.#own, own) || !('choices' in question)) return own;
    return typeof question.choices === 'object' && 'list' in question.choices ? `${question.choices.list}.${choice}` : own;
  }
}
