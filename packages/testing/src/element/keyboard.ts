import type {Payload} from '@ppgp/schema';
import {executeServerCommand} from '@web/test-runner-commands';
import {goOn, heard, part, plain, pressPart, root, until, type TestedElement} from './tested-element.js';

/** Presses real keys one after the other, named as in `KeyboardEvent.key`, or `Space`; together with `+`: `Shift+Tab`. */
export async function keys(element: TestedElement, ...pressed: string[]): Promise<void> {
  for (const one of pressed) {
    // Firefox, over BiDi, knows the space bar by its character only.
    await executeServerCommand('press', {keys: one.replace('Space', ' ')});
    await element.updateComplete;
  }
}

/** The name of what has the focus, as a screen reader would give it. */
export function focused(element: Element): string {
  const active = root(element).activeElement;
  const labels = active && 'labels' in active ? [...((active as HTMLInputElement).labels ?? [])] : [];
  const name = labels.length > 0 ? labels.map(({textContent}) => textContent).join(' ') : active?.textContent;
  return plain(active?.getAttribute('aria-label') ?? name ?? '');
}

/** Tabs from the top of the element to what is called by this name, unless it has the focus; to a control of this kind, if told. */
export async function tabTo(element: TestedElement, name: string, kind = ':not(.title)'): Promise<void> {
  const isThere = (): boolean => focused(element).startsWith(name) && root(element).activeElement?.matches(kind) === true;
  if (isThere()) return;
  root(element).querySelector<HTMLElement>('button, a, summary, .title')?.focus();
  const passed = [];
  // Not beyond its end: from the browser's own buttons Firefox does not come back.
  while (root(element).activeElement) {
    if (isThere()) return;
    passed.push(focused(element));
    await keys(element, 'Tab');
    if (passed.length > 60) break;
  }
  throw new Error(`The focus never came to « ${name} », but to: ${passed.join(' | ')}`);
}

/** What describes what has the focus, in words. */
export function described(element: Element): string {
  const ids = root(element).activeElement?.closest('[aria-describedby]')?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return plain(ids.map((id) => root(element).getElementById(id)?.textContent ?? `(no ${id})`).join(' '));
}

const voice = (): Element | null | undefined =>
  [...document.body.children].map(({shadowRoot}) => shadowRoot?.querySelector('[role=status]')).find(Boolean);

/** Waits until a screen reader is given this sentence; what was said before is over. */
export async function hears(sentence: string): Promise<void> {
  await until(`one hears « ${sentence} », not « ${voice()?.textContent ?? ''} »`, () => plain(voice()?.textContent ?? '') === sentence);
  voice()?.replaceChildren();
}

/** From the last question through the review, to what the host is given. */
export async function handed(element: TestedElement): Promise<Payload> {
  if (!part(element, 'review')) await goOn(element, 'Relire');
  const submit = heard(element, 'ppgp-submit');
  await pressPart(element, 'send');
  return (await submit).submission.payload;
}

/** The review, line by line: the question, then what is said of it; of a matrix row by row. */
export function reviewed(element: Element): Record<string, string> {
  const lines = [...(part(element, 'review')?.querySelectorAll('div') ?? [])];
  const said = (line: Element): string => {
    const rows = [...line.querySelectorAll('li')];
    return (rows.length > 0 ? rows : [...line.querySelectorAll('dd')].slice(0, 1)).map(({textContent}) => plain(textContent)).join(' · ');
  };
  return Object.fromEntries(lines.map((line) => [plain(line.querySelector('dt')?.textContent ?? ''), said(line)]));
}
