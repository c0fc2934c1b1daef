import {fixture, html} from '@open-wc/testing';
import type {Answers} from '@ppgp/schema';

/** What tests of elements look at. */
export interface TestedElement extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
  readonly state?: string;
  readonly answers?: Answers;
  definition?: unknown;
}

/** The open shadow root. */
export function root(element: Element): ShadowRoot {
  if (element.shadowRoot === null) throw new Error(`<${element.localName}> has no shadow root.`);
  return element.shadowRoot;
}

/** Any white space is as good as another. */
export const plain = (written: string): string => written.replace(/\s+/g, ' ').trim();

export const text = (element: Element): string => plain(root(element).textContent);

/** The first thing with this part, which is public. */
export const part = (element: Element, name: string): HTMLElement | null => root(element).querySelector(`[part~="${name}"]`);

/** The next event of this name, with its own type. */
export const heard = <K extends keyof GlobalEventHandlersEventMap>(
  element: HTMLElement,
  name: K,
): Promise<GlobalEventHandlersEventMap[K]> => new Promise((resolve) => element.addEventListener(name, resolve, {once: true}));

/** How long to wait for what no event tells: a busy machine that fetches a module for the first time takes seconds. */
const PATIENCE = {frames: 300, ms: 20_000};

/** Waits, frame by frame, for what no event tells; says what did not come. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const started = performance.now();
  for (let frame = 0; frame < PATIENCE.frames || performance.now() - started < PATIENCE.ms; frame += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`It did not become so: ${what}`);
}

/** The element's own word for where it is. */
export async function reaches(element: TestedElement, state: string): Promise<void> {
  await until(`${element.localName} is ${state}, not ${element.state}: ${text(element)}`, () => element.state === state);
  await element.updateComplete;
}

/** Painted, with its definition and all that it fetches after the first paint. */
export async function ready(element: TestedElement): Promise<void> {
  await element.updateComplete;
  await until(`${element.localName} is ready`, () => element.state !== 'loading');
  await element.updateComplete;
}

/** A new element of this tag, ready; it leaves the page after the test. */
export async function shown<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): Promise<HTMLElementTagNameMap[K]> {
  const place = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = Object.assign(document.createElement(tag), properties);
  place.append(element);
  await ready(element as unknown as TestedElement);
  return element;
}

/** Clicks what a person would call by this name, in the row of that name where one is given. */
export async function press(element: TestedElement, name: string, row = ''): Promise<void> {
  const where = [...root(element).querySelectorAll('fieldset')].filter((one) =>
    plain(one.querySelector('legend')?.textContent ?? '').includes(row),
  );
  const scope = row === '' ? root(element) : where.at(-1);
  const found = [...(scope?.querySelectorAll<HTMLElement>('label, button') ?? [])].find((one) => plain(one.textContent).startsWith(name));
  if (found === undefined) throw new Error(`There is no « ${name} » in: ${text(element)}`);
  (found.querySelector('input') ?? found).click();
  await element.updateComplete;
}

/** Clicks, and waits for the step that it leads to. */
export async function goOn(element: TestedElement, name = 'Continuer'): Promise<void> {
  const step = heard(element, 'ppgp-step');
  await press(element, name);
  await step;
  await element.updateComplete;
}

/** Clicks the first thing with this part. */
export async function pressPart(element: TestedElement, name: string): Promise<void> {
  const found = part(element, name);
  if (!found) throw new Error(`No part is called ${name} in: ${text(element)}`);
  found.click();
  await element.updateComplete;
}

/** Chooses the last radio button of each group on the screen: in any definition, in any language. */
export async function answersStep(element: TestedElement): Promise<void> {
  const last = new Map([...root(element).querySelectorAll<HTMLInputElement>('input[type=radio]')].map((radio) => [radio.name, radio]));
  for (const radio of last.values()) radio.click();
  await element.updateComplete;
}

/** Answers what can be answered with radio buttons, step by step, as far as the review. `each`: on every step, answered. */
export async function answersAll(element: TestedElement, each: () => void = () => undefined): Promise<void> {
  for (let step = 0; !part(element, 'review') && step < 100; step += 1) {
    await answersStep(element);
    each();
    await pressPart(element, 'next');
  }
}
