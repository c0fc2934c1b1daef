import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import type {PageFault} from '../watch/watch.js';
import {inPage, type InPage, type Target} from './in-page.js';
import type {Tab} from './tab.js';
import {until} from './until.js';

/** `within`: a text that the legend or heading of the fieldset, row or section says, where a name stands more than once. */
export interface Where {
  within?: string;
}

/** One finding of axe-core: the rule, what it says, and the elements it is about. */
export interface AxeViolation {
  id: string;
  help: string;
  nodes: string[];
}

/** A tab as its user has it: sees, taps, types, presses. All of it reaches through open shadow roots, and waits with a deadline. */
export class Person {
  #tab: Tab;
  #faults: PageFault[] = [];
  /** How long to wait for what is expected, in seconds. */
  patience = 20;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  /** Waits until the visible text contains `text`; any white space is as good as another. */
  async sees(text: string): Promise<void> {
    await until(async () => {
      const visible = await this.text();
      return visible.includes(plain(text)) || `“${plain(text)}” is not to be seen in: ${visible.slice(0, 1500)}`;
    }, this.patience);
  }

  /** Waits until the visible text no longer contains `text`. */
  async seesNoMore(text: string): Promise<void> {
    await until(async () => !(await this.text()).includes(plain(text)) || `“${plain(text)}” is still to be seen`, this.patience);
  }

  /** All visible text, white space squeezed. */
  text(): Promise<string> {
    return this.#inPage('visibleText');
  }

  /** Clicks, with the mouse, in the middle of the button, link or label of this name. */
  async taps(name: string, {within}: Where = {}): Promise<void> {
    await this.#clicks(() => this.#inPage('target', name, within ?? null));
  }

  /** Clicks into the text field of this label and types. */
  async types(label: string, text: string, {within}: Where = {}): Promise<void> {
    await this.#clicks(() => this.#inPage('field', label, within ?? null));
    await this.#tab.type(text);
  }

  /** Presses real keys, named as in `KeyboardEvent.key`, together with `+`: `Tab`, `Shift+Tab`, `Space`, `ArrowDown`. */
  async presses(keys: string): Promise<void> {
    await this.#tab.press(keys.split('+'));
  }

  /** What has the focus: `button “Continuer”`, `radio “Oui”`, `h2 “Votre avis”`, or `nothing`. */
  focused(): Promise<string> {
    return this.#inPage('focused');
  }

  /** Runs a function in the page, with arguments and result that survive JSON; it sees nothing of the test around it. */
  async evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    // tsx names inner functions through `__name`, which no page has.
    const expression = `(() => { const __name = (value) => value; return (${String(run)})(...${JSON.stringify(args)}); })()`;
    const {value, faults} = await this.#tab.run(expression);
    this.#faults.push(...faults);
    return value as Awaited<R>;
  }

  async goes(url: string): Promise<void> {
    await this.#collect();
    await this.#tab.goto(url);
  }

  async reloads(): Promise<void> {
    await this.#collect();
    await this.#tab.reload();
  }

  async closes(): Promise<void> {
    await this.#tab.close();
  }

  /** The viewport, in CSS pixels. WebKit on Linux gets no narrower than 447 px. */
  async resize(width: number, height: number): Promise<void> {
    await this.#tab.resize(width, height);
  }

  /** What is to be seen, as a PNG of the viewport: the mouse in a corner, nothing in focus, no scroll bar that fades away. */
  async looks(): Promise<Uint8Array> {
    await this.#tab.point(0, 0);
    await this.evaluate(async () => {
      for (let focus = document.activeElement; focus instanceof HTMLElement; focus = focus.shadowRoot?.activeElement ?? null) focus.blur();
      document.documentElement.style.setProperty('overflow', 'hidden');
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    });
    const picture = await this.#tab.screenshot();
    await this.evaluate(() => void document.documentElement.style.removeProperty('overflow'));
    return picture;
  }

  /** Writes a PNG of the viewport. */
  async screenshot(path: string): Promise<void> {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, await this.#tab.screenshot());
  }

  /** Everything that went wrong in the pages of this tab since it was opened. */
  async violations(): Promise<PageFault[]> {
    await this.#collect();
    return [...this.#faults];
  }

  /** What axe-core finds in the page as it stands, shadow roots included. */
  async axe(): Promise<AxeViolation[]> {
    await this.#collect();
    const {value} = await this.#tab.run(`(async () => {
      if (!globalThis.axe) { ${axeSource()} }
      const {violations} = await globalThis.axe.run(document, {resultTypes: ['violations']});
      return violations.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(({target, failureSummary}) => target.join(' ') + ': ' + failureSummary)}));
    })()`);
    return value as AxeViolation[];
  }

  async #clicks(find: () => Promise<Target>): Promise<void> {
    let target = await find();
    await until(async () => {
      if ('problem' in target) target = await find();
      return 'problem' in target ? target.problem : true;
    }, this.patience);
    if ('x' in target) await this.#tab.click(target.x, target.y);
    await this.#collect();
  }

  async #inPage<K extends keyof InPage>(what: K, ...args: Parameters<InPage[K]>): Promise<Awaited<ReturnType<InPage[K]>>> {
    const expression = `(() => { const __name = (value) => value; return (${String(inPage)})().${what}(...${JSON.stringify(args)}); })()`;
    const {value, faults} = await this.#tab.run(expression);
    this.#faults.push(...faults);
    return value as Awaited<ReturnType<InPage[K]>>;
  }

  /** A page that is being left cannot answer; what it saw until the step before is kept. */
  async #collect(): Promise<void> {
    const ran = await this.#tab.run('null').catch(() => undefined);
    if (ran) this.#faults.push(...ran.faults);
  }
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
