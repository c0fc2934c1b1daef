import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {plain, root, type TestedElement} from '../element/index.js';
import type {ElementStates} from '../states/index.js';
import type {Seen} from './keeps-its-api.suite.js';
import {isPseudo, pseudoDefinition, speakPseudo} from './pseudo-language.js';
import {visit} from './walk-states.js';

/** What people read, see, or have read to them. */
function* read(node: ParentNode): Generator<string> {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (at instanceof Text) yield plain(at.data);
    else if (at instanceof Element) for (const name of ['aria-label', 'alt', 'title', 'placeholder']) yield at.getAttribute(name) ?? '';
  }
}

/** What sticks out of the element, at its end or its beginning; of a question on top of the page, out of that, and it out of the window. */
function sticksOut(element: TestedElement): string[] {
  const window = new DOMRect(0, 0, innerWidth, innerHeight);
  const around = (one: Element): DOMRect => {
    if (one.localName === 'dialog') return window;
    return (one.closest('dialog') ?? element).getBoundingClientRect();
  };
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((one) => one.checkVisibility() && !one.closest('.scroll, .hidden'))
    .filter((one) => {
      const [inner, outer] = [one.getBoundingClientRect(), around(one)];
      return inner.left < outer.left - 1 || inner.right > outer.right + 1;
    })
    .map((one) => `<${one.localName} class="${one.className.toString()}"> ${plain(one.textContent).slice(0, 60)}`);
}

/** What a thumb would miss. */
const tooSmall = (element: TestedElement): string[] =>
  [...root(element).querySelectorAll<HTMLElement>('button, summary, [part~=choice], input.field, select')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
    .map((one) => `<${one.localName}> ${plain(one.textContent)}`);

/** Each state: for screen readers, and in a longer language that is written from right to left, on a narrow phone. */
export function looksRight(states: ElementStates, seen: Seen): void {
  const lookedAt = (name: string, element: Element): Promise<unknown> => {
    element.scrollIntoView();
    return executeServerCommand('picture', {name: `${states.tag}, ${name}`});
  };

  describe('in every state', () => {
    for (const state of states.states) {
      it(`${state.name}: nothing for axe to find`, async () => {
        const look = async (element: TestedElement): Promise<void> => {
          seen.look(element);
          await expect(element).to.be.accessible();
          await lookedAt(state.name, element);
        };
        seen.listen(states.tag);
        try {
          await visit(states, state, look, {passed: (element) => seen.look(element)});
        } finally {
          seen.rest();
        }
      });

      it(`${state.name}: whole at 320 px, right to left and 40 % longer, every word from a catalogue or the definition`, async () => {
        const french = speakPseudo();
        const look = async (element: TestedElement): Promise<void> => {
          await lookedAt(`${state.name}, pseudo`, element);
          expect([...read(root(element))].filter((words) => !isPseudo(words))).to.deep.equal([]);
          expect(sticksOut(element)).to.deep.equal([]);
          expect(tooSmall(element)).to.deep.equal([]);
          const body = root(element).querySelector('[part~=body]');
          expect(body && getComputedStyle(body).direction).to.equal('rtl');
        };
        try {
          await visit(states, state, look, {width: 320, dir: 'rtl', translated: pseudoDefinition});
        } finally {
          french();
        }
      });
    }
  });
}
