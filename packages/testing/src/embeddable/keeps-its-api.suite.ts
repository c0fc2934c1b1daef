import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {CSSResult} from 'lit';
import {root} from '../element/index.js';
import type {ElementApi} from '../runner/element-api.js';
import type {ElementStates} from '../states/index.js';

const sorted = (found: Iterable<string>): string[] => [...new Set(found)].sort();

/** Collects, while other tests walk all states, what an integrator can see of an element. */
export class Seen {
  readonly parts: string[] = [];
  readonly slots: string[] = [];
  readonly events: string[] = [];
  readonly #dispatchEvent = EventTarget.prototype.dispatchEvent;

  look(element: Element): void {
    for (const one of root(element).querySelectorAll('[part]')) this.parts.push(...one.part);
    for (const {name} of root(element).querySelectorAll('slot')) this.slots.push(name);
  }

  /** Notes every event that elements of this tag fire, until `rest`. */
  listen(tag: string): void {
    const {events} = this;
    const dispatchEvent = this.#dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (this instanceof Element && this.localName === tag) events.push(event.type);
      return dispatchEvent.call(this, event);
    };
  }

  rest(): void {
    EventTarget.prototype.dispatchEvent = this.#dispatchEvent;
  }
}

/** The JSDoc block of the class and what the element does are the same. */
export function keepsItsApi({tag}: ElementStates, seen: Seen): void {
  const api = (): Promise<ElementApi> => executeServerCommand('api', {tag});

  describe('as documented', () => {
    it('it had, in all its states, the parts, slots and events that its documentation names; no more, no fewer', async () => {
      const {csspart, slot, fires} = await api();
      expect({csspart: sorted(seen.parts), slot: sorted(seen.slots), fires: sorted(seen.events)}).to.deep.equal({csspart, slot, fires});
    });

    it('it reads the custom properties that its documentation names, and no other that it does not set itself', async () => {
      const {elementStyles} = customElements.get(tag) as unknown as {elementStyles: CSSResult[]};
      const sheet = elementStyles.map(({cssText}) => cssText).join('\n');
      const read = sorted([...sheet.matchAll(/var\((--ppgp-[\w-]+)/g)].map(([, name = '']) => name));
      const set = sorted([...sheet.matchAll(/(--ppgp-[\w-]+):/g)].map(([, name = '']) => name));
      const {cssproperty} = await api();
      expect(read).to.include.members(cssproperty);
      expect(read.filter((name) => !set.includes(name))).to.deep.equal(cssproperty.filter((name) => !set.includes(name)));
    });
  });
}
