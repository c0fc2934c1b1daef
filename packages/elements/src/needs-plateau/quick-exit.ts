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
  const veil = document.createElement('div');
  const root = veil.attachShadow({mode: 'open'});
  const white = new CSSStyleSheet();
  white.replaceSync(
    'dialog{box-sizing:border-box;inline-size:100vw;block-size:100vh;max-inline-size:none;max-block-size:none;border:0;background:#fff}',
  );
  root.adoptedStyleSheets = [white];
  const cover = root.appendChild(document.createElement('dialog'));
  document.body.append(veil);
  cover.showModal();
  location.replace(to);
}
