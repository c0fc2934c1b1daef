import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {CSSResult, LitElement} from 'lit';
import {root} from '../element/index.js';
import type {ElementManifest} from '../runner/element-api.js';
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

/** What editors and integrators are told of an element (`custom-elements.json`) and what it does are the same. */
export function keepsItsApi({tag}: ElementStates, seen: Seen): void {
  const api = async (): Promise<ElementManifest> => {
    const manifest = await executeServerCommand<ElementManifest | null, {tag: string}>('api', {tag});
    if (!manifest) throw new Error(`the manifest does not name ${tag}`);
    return manifest;
  };
  const names = (listed: {name: string}[]): string[] => sorted(listed.map(({name}) => name));
  const element = (): Record<string, unknown> & HTMLElement => document.createElement(tag) as HTMLElement & Record<string, unknown>;
  const defined = (): typeof LitElement => customElements.get(tag) as typeof LitElement;

  describe('as documented', () => {
    it('it had, in all its states, the parts, slots and events that its manifest names; no more, no fewer', async () => {
      const {cssParts, slots, events} = await api();
      expect({parts: sorted(seen.parts), slots: sorted(seen.slots), events: sorted(seen.events)}).to.deep.equal({
        parts: names(cssParts),
        slots: names(slots),
        events: names(events),
      });
    });

    it('it reads the custom properties that its manifest names, and no other that it does not set itself', async () => {
      const {elementStyles} = customElements.get(tag) as unknown as {elementStyles: CSSResult[]};
      const sheet = elementStyles.map(({cssText}) => cssText).join('\n');
      const read = sorted([...sheet.matchAll(/var\((--ppgp-[\w-]+)/g)].map(([, name = '']) => name));
      const set = sorted([...sheet.matchAll(/(--ppgp-[\w-]+):/g)].map(([, name = '']) => name));
      const told = names((await api()).cssProperties);
      expect(read).to.include.members(told);
      expect(read.filter((name) => !set.includes(name))).to.deep.equal(told.filter((name) => !set.includes(name)));
    });

    it('it watches the attributes that its manifest names, and no other', async () => {
      expect(sorted(defined().observedAttributes)).to.deep.equal(names((await api()).attributes));
    });

    it('each attribute sets the property that the manifest says', async () => {
      for (const {name, fieldName, type} of (await api()).attributes) {
        const [given, meant] = type.text === 'boolean' ? ['', true] : type.text.startsWith('number') ? ['3', 3] : ['x', 'x'];
        const one = element();
        one.setAttribute(name, given);
        expect(one[fieldName], name).to.equal(meant);
      }
    });

    it('it has the properties that its manifest names, with what they begin with, and no other that may be set', async () => {
      const fields = (await api()).members.filter(({kind}) => kind === 'field');
      const one = element();
      for (const {name, default: initial} of fields) {
        expect(name in one, name).to.equal(true);
        const value = one[name];
        if (initial !== undefined) expect(typeof value === 'string' ? `'${value}'` : String(value), name).to.equal(initial);
      }
      const open = [...defined().elementProperties].flatMap(([name, {state}]) => (state ? [] : [String(name)]));
      expect(sorted(open)).to.deep.equal(names(fields.filter(({readonly}) => !readonly)));
    });

    it('it has the methods that its manifest names', async () => {
      const one = element();
      const {members} = await api();
      for (const {name, kind} of members) if (kind === 'method') expect(one[name], name).to.be.a('function');
    });
  });
}
