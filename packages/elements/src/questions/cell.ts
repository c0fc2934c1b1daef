import {html, type TemplateResult} from 'lit';

interface Cell {
  type: 'radio' | 'checkbox';
  /** Of the group of radio buttons. */
  name?: string;
  value?: string;
  /** `choice` (a row, perhaps `apart` or `disabled`), `pill` or `face`. */
  look: string;
  isChosen: boolean;
  isDisabled?: boolean;
  /** Undefined where the group that it is in listens. */
  choose: (() => void) | undefined;
  /** A face, before the mark. */
  face?: TemplateResult | undefined;
  words: unknown;
  /** After the words, at the end. */
  picture?: TemplateResult | undefined;
}

/** Something that can be chosen: the native control covers it all, which is its target and its focus ring. */
export const cell = ({
  type,
  name = '',
  value = '',
  look,
  isChosen,
  isDisabled = false,
  choose,
  face,
  words,
  picture,
}: Cell): TemplateResult =>
  html`<label class="cell ${look} ${isChosen ? 'chosen' : ''}" part="choice"
    ><input type=${type} name=${name} value=${value} .checked=${isChosen} ?disabled=${isDisabled} @change=${choose} />${face}<span
      class="mark ${type}"
      aria-hidden="true"
    ></span
    ><span>${words}</span>${picture}</label
  >`;
