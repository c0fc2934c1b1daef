import type {Choice, Id, Lang, Question, Questionnaire, Text} from '@ppgp/schema';
import {correctedWords} from '@ppgp/words';
import type {TemplateResult} from 'lit';
import {Reader} from './reader.js';

/** A reader that knows a département's corrections, by "q.label", "q.choice", "list.choice", "ui.key". */
export class CorrectedReader extends Reader {
  readonly #own: Readonly<Record<string, string>>;
  readonly #catalogues = new Map<object, object>();

  constructor(lang: Lang, corrections: Questionnaire['words'] = {}) {
    super(lang);
    this.#own = corrections[lang] ?? corrections[lang.split('-')[0] ?? lang] ?? {};
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

  override choice(question: Question, choice: Choice): string {
    return this.plain(choice.label, this.#choiceKey(question, choice.id));
  }

  override showChoice(question: Question, choice: Choice): string | TemplateResult {
    return this.show(choice.label, this.#choiceKey(question, choice.id));
  }

  #correction(key: string | undefined): string | undefined {
    return key !== undefined && Object.hasOwn(this.#own, key) ? this.#own[key] : undefined;
  }

  #choiceKey(question: Question, choice: Id): string {
    const own = `${question.id}.${choice}`;
    if (Object.hasOwn(this.#own, own) || !('choices' in question)) return own;
    return typeof question.choices === 'object' && 'list' in question.choices ? `${question.choices.list}.${choice}` : own;
  }
}
