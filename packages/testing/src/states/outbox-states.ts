import {newId, type Counts} from '@ppgp/outbox';
import {pageOutbox} from '@ppgp/outbox/browser';
import {frOutbox as words} from '@ppgp/words';
import {
  catchDownloads,
  fakeSite,
  fullDevice,
  leave,
  leaveUnreadable,
  part,
  plain,
  pressPart,
  root,
  slowDevice,
  text,
  until,
  type FakeSite,
  type TestedElement,
} from '../element/index.js';
import type {Orders} from '../runner/fake-site.js';
import type {ElementStates, Stage, State} from './state.js';

/** Until something is read that is not the fallback. */
async function shows(stage: Stage, properties: object = {}): Promise<TestedElement> {
  const element = await stage.show({...properties});
  await until('the panel is there', () => part(element, 'head') !== null);
  return element;
}

/** A device on which answers wait for a site that does as it is ordered. */
async function waits(
  stage: Stage,
  orders: Orders,
  days: string[] = ['2026-11-02', '2026-11-05', '2026-11-05'],
): Promise<{element: TestedElement; site: FakeSite}> {
  const site = await fakeSite(orders);
  stage.afterwards(() => site.order({answers: 'up'}));
  await leave(...days.map((savedDay) => ({endpoint: site.endpoint, savedDay})));
  const element = await shows(stage);
  await until('what waits is read', () => part(element, 'row') !== null);
  stage.passed(element);
  return {element, site};
}

/** Until every row says why, other than that nothing was tried yet. */
async function tried(
  stage: Stage,
  answers: 'down' | 'portal' | 'refuses',
  days?: string[],
): Promise<{element: TestedElement; site: FakeSite}> {
  const reached = await waits(stage, {answers: 'held'}, days);
  await reached.site.order({answers});
  await until('each row says why', () => !text(reached.element).includes(plain(words.why({why: 'new'}))));
  return reached;
}

async function exported(stage: Stage, kind: 'export' | 'export-table'): Promise<TestedElement> {
  stage.afterwards(catchDownloads());
  const {element} = await waits(stage, {answers: 'held'});
  await pressPart(element, kind);
  await until('the export is there', () => part(element, 'exported') !== null);
  stage.passed(element);
  return element;
}

/** Types an address by hand, and goes on. */
async function redirects(stage: Stage, address: string): Promise<TestedElement> {
  const {element} = await tried(stage, 'down');
  await pressPart(element, 'redirect');
  stage.passed(element);
  const field = part(element, 'field') as HTMLInputElement;
  field.value = address;
  await pressPart(element, 'next');
  return element;
}

/** As if the outbox counted so. */
function counting(more: Partial<Counts>): () => void {
  const outbox = pageOutbox();
  const counts = outbox.counts.bind(outbox);
  outbox.counts = async () => ({...(await counts()), ...more});
  return () => void Reflect.deleteProperty(outbox, 'counts');
}

const named = (name: string, reach: State['reach']): State => ({name, reach});

/** Every state of the panel of what waits. */
export const outboxStates: ElementStates = {
  tag: 'ppgp-outbox',
  asks: false,
  early: {headingLevel: 4},
  states: [
    named('loading', async (stage) => {
      stage.afterwards(await slowDevice());
      return stage.show();
    }),
    named('nothing waits', (stage) => shows(stage)),
    named('not tried yet', async (stage) => (await waits(stage, {answers: 'held'}))?.element),
    named('one waits for a server that has trouble', async (stage) => (await tried(stage, 'down', ['2026-11-01'])).element),
    named('something else answers', async (stage) => (await tried(stage, 'portal')).element),
    named('refused, and kept', async (stage) => (await tried(stage, 'refuses')).element),
    named('without a network', async (stage) => {
      Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
      stage.afterwards(() => Reflect.deleteProperty(navigator, 'onLine'));
      return (await waits(stage, {answers: 'held'})).element;
    }),
    named('two addresses, and a record of a newer build', async (stage) => {
      const [other] = await Promise.all([fakeSite({answers: 'down'}), leaveUnreadable().then((undo) => stage.afterwards(undo))]);
      stage.afterwards(() => other.order({answers: 'up'}));
      await leave({endpoint: other.endpoint, campaign: 'une-campagne-au-nom-tout-a-fait-interminable-2026'}, {endpoint: other.endpoint});
      return (await tried(stage, 'refuses', ['2026-11-03'])).element;
    }),
    named('only a record of a newer build', async (stage) => {
      stage.afterwards(await leaveUnreadable());
      return shows(stage);
    }),
    named('answers are missing', async (stage) => {
      stage.afterwards(counting({missing: 2}));
      return shows(stage);
    }),
    named('a part is damaged', async (stage) => {
      stage.afterwards(counting({partial: true}));
      return shows(stage);
    }),
    named('answers are missing, others wait', async (stage) => {
      stage.afterwards(counting({missing: 1, partial: true}));
      return (await waits(stage, {answers: 'held'})).element;
    }),
    named('not saved', async (stage) => {
      const site = await fakeSite({answers: 'down'});
      stage.afterwards(() => site.order({answers: 'up'}));
      stage.afterwards(fullDevice());
      const endpoint = new URL(site.endpoint, document.baseURI).href;
      await pageOutbox().sendUnsaved({id: newId(), endpoint, campaign: 'essai', version: '1', day: '2026-11-02', payload: '{}'});
      const element = await shows(stage);
      await until('it is seen', () => part(element, 'row') !== null);
      return element;
    }),
    named('cannot be read', async (stage) => {
      const outbox = pageOutbox();
      outbox.counts = () => Promise.reject(new Error('closed'));
      stage.afterwards(() => Reflect.deleteProperty(outbox, 'counts'));
      return shows(stage);
    }),
    named('sending', async (stage) => {
      const {element} = await waits(stage, {answers: 'held'});
      await pressPart(element, 'send');
      return element;
    }),
    named('sent', async (stage) => {
      const {element, site} = await tried(stage, 'down');
      await site.order({answers: 'up'});
      await pressPart(element, 'send');
      await until('it says how it ended', () => part(element, 'ended') !== null);
      return element;
    }),
    named('sent in vain', async (stage) => {
      const {element} = await tried(stage, 'down');
      await pressPart(element, 'send');
      await until('it says how it ended', () => part(element, 'ended') !== null);
      return element;
    }),
    named('exported', (stage) => exported(stage, 'export')),
    named('exported as a table', (stage) => exported(stage, 'export-table')),
    named('exported as text', async (stage) => {
      const element = await exported(stage, 'export');
      await pressPart(element, 'copy');
      return element;
    }),
    named('export failed', async (stage) => {
      const {element} = await waits(stage, {answers: 'held'});
      const {createObjectURL} = URL;
      URL.createObjectURL = () => {
        throw new Error('no');
      };
      stage.afterwards(() => (URL.createObjectURL = createObjectURL));
      await pressPart(element, 'export');
      await until('it says so', () => part(element, 'failure') !== null);
      return element;
    }),
    named('about to be removed', async (stage) => {
      const element = await exported(stage, 'export');
      await pressPart(element, 'remove');
      return element;
    }),
    named('removed', async (stage) => {
      const element = await exported(stage, 'export');
      await pressPart(element, 'remove');
      await pressPart(element, 'remove-yes');
      await until('nothing is left', () => part(element, 'row') === null);
      return element;
    }),
    named('another address', async (stage) => {
      const {element} = await tried(stage, 'down');
      await pressPart(element, 'redirect');
      return element;
    }),
    named('another address that is none', (stage) => redirects(stage, 'v1/answers')),
    named('about to be redirected', (stage) => redirects(stage, 'https://pmi.departement.example/v1/answers')),
    named('redirected', async (stage) => {
      const site = await fakeSite();
      const element = await redirects(stage, new URL(site.endpoint, document.baseURI).href);
      await pressPart(element, 'redirect-yes');
      await until('all is sent', () => part(element, 'row') === null);
      return element;
    }),
    named('around another tag', async (stage) => {
      const {element} = await waits(stage, {answers: 'held'});
      element.append(document.createElement('another-tag'));
      await until('it is there too', () => root(element).querySelector('slot:not([hidden])') !== null);
      return element;
    }),
    named('an endpoint that is none', (stage) => shows(stage, {endpoint: 'ftp://example.org'})),
  ],
};
