import {expect, fixture, html} from '@open-wc/testing';
import {heard, reaches, root, type TestedElement} from '@ppgp/testing/element';
import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import {board} from '../../../testing/src/states/board-states.js';
import '../define/needs-plateau.js';

it('a broken board gives a clear error, and whom to call', async () => {
  const element = await fixture<TestedElement>(html`<needs-plateau><p slot="contact">Appelez le 05 36 49 10 00</p></needs-plateau>`);
  const error = heard(element, 'ppgp-error');
  Object.assign(element, {definition: {...board, themes: []}});
  await error;
  await reaches(element, 'failed');
  expect(root(element).querySelector('slot[name=contact]')).to.exist;
});

runEmbeddableSuite('needs-plateau');
