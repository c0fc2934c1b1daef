import {textIn, type Choice, type Lang, type Question, type Text} from '@ppgp/schema';
import {html, type TemplateResult} from 'lit';

/** Puts a definition's texts and the catalogues of words into one language. What it is given as `key` is for corrections. */
export class Reader {
  readonly lang: Lang;

  constructor(lang: Lang) {
    this.lang = lang;
  }

  /** A catalogue of words. */
  words<Words extends object>(catalogue: Words): Words {
    return catalogue;
  }

  /** A text as a plain string. */
  plain(text: Text | undefined, _key?: string): string {
    return text === undefined ? '' : textIn(text, this.lang).text;
  }

  /** A text for a template; a fallback from another language is marked with its own. */
  show(text: Text, _key?: string): string | TemplateResult {
    return this.marked(textIn(text, this.lang));
  }

  /** A text in the language of the page, or marked as being in another. */
  protected marked(found: {text: string; lang: Lang}): string | TemplateResult {
    return found.lang.split('-')[0] === this.lang.split('-')[0] ? found.text : html`<span lang=${found.lang}>${found.text}</span>`;
  }

  /** What a question asks. */
  label({label}: Question): string | TemplateResult {
    return this.show(label);
  }

  plainLabel({label}: Question): string {
    return this.plain(label);
  }

  /** The plain words of a choice. */
  choice(_question: Question, choice: Choice): string {
    return this.plain(choice.label);
  }

  showChoice(_question: Question, choice: Choice): string | TemplateResult {
    return this.show(choice.label);
  }
}
