import {expect, fixture, html} from '@open-wc/testing';
import {aQuestionnaire, answersAll, fakeSite, heard, holds, pressPart, ready, reaches, type TestedElement} from '@ppgp/testing/element';
import {destinationOf} from './outbox-around.js';
import '../../define/flyer-feedback.js';
import '../../define/pemat-grid.js';
import '../../define/ppgp-survey.js';

const choices = [{id: 'a', label: 'Un'}];
const definition = aQuestionnaire([{id: 'q', type: 'single', label: 'Une ?', choices}]);
const url = (path: string): string => new URL(path, document.baseURI).href;

/** A survey in the places that `around` gives it. */
async function survey(around: string, attributes: Record<string, string> = {}): Promise<TestedElement> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const outbox = document.createElement('ppgp-outbox');
  outbox.setAttribute('endpoint', around);
  const element = document.createElement('ppgp-survey') as unknown as TestedElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.definition = definition;
  outbox.append(element);
  place.append(outbox);
  await ready(element);
  return element;
}

describe('<ppgp-outbox> around a survey', () => {
  it('gives it where to send, though its script never comes', async () => {
    expect(customElements.get('ppgp-outbox'), 'is defined too early').to.equal(undefined);
    const site = await fakeSite();
    const element = await survey(site.endpoint);
    await answersAll(element);
    await pressPart(element, 'send');
    await reaches(element, 'sent');
    await holds(0);
  });

  it('and though its script comes after the survey was answered', async () => {
    const site = await fakeSite();
    const element = await survey(site.endpoint);
    await answersAll(element);
    await import('../../define/ppgp-outbox.js');
    await pressPart(element, 'send');
    await reaches(element, 'sent');
  });

  it('and when it is given as a property, later', async () => {
    const site = await fakeSite();
    const element = await survey('');
    await answersAll(element);
    Object.assign(element.parentElement ?? {}, {endpoint: site.endpoint});
    await pressPart(element, 'send');
    await reaches(element, 'sent');
  });

  it('keeps nothing without an endpoint anywhere', async () => {
    const element = await survey('');
    await answersAll(element);
    const submit = heard(element, 'ppgp-submit');
    await pressPart(element, 'send');
    await submit;
    await reaches(element, 'handed');
  });

  it('does not win over the survey’s own endpoint', async () => {
    const element = await survey('/around', {endpoint: '/own'});
    expect(destinationOf(element)).to.deep.equal({endpoint: url('/own'), wire: undefined});
  });

  it('says how to send, too', async () => {
    const element = await survey('/around');
    const {parentElement: outbox} = element;
    outbox?.setAttribute('protocol', 'json');
    expect(destinationOf(element)).to.deep.equal({endpoint: url('/around'), wire: 'json'});
    outbox?.setAttribute('proof', 'status');
    await (outbox as TestedElement).updateComplete;
    expect(destinationOf(element)).to.deep.equal({endpoint: url('/around'), wire: 'json-status'});
    outbox?.setAttribute('protocol', 'other');
    await (outbox as TestedElement).updateComplete;
    expect(destinationOf(element).wire).to.equal(undefined);
  });

  for (const tag of ['ppgp-survey', 'flyer-feedback', 'pemat-grid', 'ppgp-outbox'] as const) {
    it(`<${tag}> has protocol and proof as attributes and as properties`, async () => {
      await import('../../define/ppgp-outbox.js');
      const element = document.createElement(tag);
      element.setAttribute('endpoint', '/own');
      element.setAttribute('protocol', 'json');
      element.setAttribute('proof', 'status');
      expect([element.protocol, element.proof]).to.deep.equal(['json', 'status']);
      element.proof = '';
      expect(destinationOf(element).wire).to.equal('json');
    });
  }

  it('is found from inside another element’s shadow root', async () => {
    const place = await fixture<HTMLElement>(html`<ppgp-outbox endpoint="/around"><div></div></ppgp-outbox>`);
    const inner = document.createElement('span');
    place.querySelector('div')?.attachShadow({mode: 'open'}).append(inner);
    expect(destinationOf(inner).endpoint).to.equal(url('/around'));
  });
});
