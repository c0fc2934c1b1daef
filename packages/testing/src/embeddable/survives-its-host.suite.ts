import {expect} from '@open-wc/testing';
import {until, text, type TestedElement} from '../element/index.js';
import type {ElementStates} from '../states/index.js';

/** The scripts of a page come twice, late, or without a network behind them. */
export function survivesItsHost({tag, early}: ElementStates): void {
  describe('on any page', () => {
    it('may be defined twice', async () => {
      const defined = customElements.get(tag);
      const again = `/packages/elements/src/define/${tag}.ts?again`;
      await import(again);
      expect(customElements.get(tag)).to.equal(defined);
    });

    it('keeps properties that were set before it was defined', async () => {
      const Defined = customElements.get(tag);
      if (!Defined) throw new Error(`<${tag}> is not defined.`);
      const name = `early-${tag}`;
      const element = document.createElement(name) as TestedElement;
      Object.assign(element, early);
      document.body.append(element);
      customElements.define(name, class extends Defined {});
      await element.updateComplete;
      expect(element).to.include(early);
      const [shadowing] = Object.keys(early).filter((property) => Object.hasOwn(element, property));
      expect(shadowing, 'is left on the instance, where it hides the accessor').to.equal(undefined);
      element.remove();
    });

    it('shows something without a network', async () => {
      const {fetch} = globalThis;
      globalThis.fetch = () => Promise.reject(new TypeError('no network'));
      const element = document.createElement(tag) as TestedElement;
      Object.assign(element, {src: tag === 'ppgp-results' ? '/figures' : ''});
      element.append('Appelez le 05 36 49 10 00.');
      document.body.append(element);
      try {
        await until('there is a sentence to read', () => text(element) !== '');
      } finally {
        globalThis.fetch = fetch;
        element.remove();
      }
    });
  });
}
