/** How often Escape is pressed within how many milliseconds. */
const TIMES = 3;
const WITHIN = 5_000;

/** Calls back when Escape was pressed three times in a row. */
export class EscapeThrice {
  readonly #then: () => void;
  #presses: number[] = [];

  constructor(then: () => void) {
    this.#then = then;
  }

  press(key: string, now: number): void {
    this.#presses = key === 'Escape' ? [...this.#presses.filter((at) => now - at < WITHIN), now] : [];
    if (this.#presses.length < TIMES) return;
    this.#presses = [];
    this.#then();
  }
}

/** Covers the page at once, then opens another in its place: « back » does not lead here again. */
export function leavePage(to: string): void {
  const veil = document.createElement('dialog');
  // By the object model: the policy of a strict page allows no style in the text of an element.
  Object.assign(veil.style, {
    inlineSize: '100vw',
    blockSize: '100vh',
    maxInlineSize: 'none',
    maxBlockSize: 'none',
    border: '0',
    background: '#fff',
  });
  document.body.append(veil);
  veil.showModal();
  location.replace(to);
}
