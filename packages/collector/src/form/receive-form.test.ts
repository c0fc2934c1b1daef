import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {StoreError, type AnswerStore} from '../store/answer-store.js';
import {readStored} from '../reading.js';
import {ID, TODAY, asking, desk, fieldsIn, said} from './form.kit.js';

const questions = [
  {id: 'avis', type: 'scale', label: 'Comment ?', choices: 'faces3', required: true},
  {id: 'mot', type: 'text', label: 'Un mot ?', max: 200},
];
const definition = asking(questions);

test('a valid form is stored as the API would store it: its id, its day, its hash over its bytes', async (t) => {
  const {get, post, store, stored} = await desk(t, definition);
  const fields = fieldsIn(await (await get()).text());
  fields.set('avis', 'bien');
  fields.set('mot', 'C’est clair');
  const response = await post(fields);
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('Location'), `/f/${ID}/merci`);
  const payload = {answers: {avis: 'bien', mot: 'C’est clair'}, lang: 'fr', mode: 'web'};
  assert.deepEqual(await stored(), [payload]);
  const [answer] = await store.answers(ID, 0, 9);
  assert.deepEqual([answer?.version, answer?.received, answer?.kind], ['1', TODAY, 'plain']);
  const id = fields.get('_id') ?? '';
  const hash = `sha256-${createHash('sha256').update(JSON.stringify(payload)).digest('base64url')}`;
  const again = {
    campaign: ID,
    id,
    version: '1',
    day: TODAY,
    received: TODAY,
    kind: 'plain',
    hash,
    payload: Buffer.from(JSON.stringify(payload)),
  } as const;
  assert.deepEqual(await store.keep([again]), ['duplicate'], 'under the id that stood in the form');
});

test('every opening of the form has an id of its own, and nothing keeps the page', async (t) => {
  const {get} = await desk(t, definition);
  const pages = await Promise.all([get(), get()]);
  const ids = await Promise.all(pages.map(async (page) => fieldsIn(await page.text()).get('_id')));
  assert.match(ids[0] ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(ids[0], ids[1]);
  assert.equal(pages[0]?.headers.get('Cache-Control'), 'no-store');
});

test('the same form sent twice, or sixty-four times at once, is one answer', async (t) => {
  const {get, post, stored} = await desk(t, asking(questions, {sensitive: true}));
  const fields = fieldsIn(await (await get()).text());
  fields.set('avis', 'bien');
  const replies = await Promise.all(Array.from({length: 64}, () => post(fields)));
  assert.equal(replies.filter(({status}) => status === 303).length, 1);
  assert.equal(replies.filter(({status}) => status === 200).length, 63);
  const again = await post(fields);
  assert.match(await said(again), /Merci\. Votre réponse est déjà enregistrée\./);
  assert.equal((await stored()).length, 1);
});

test('the same form sent again with other answers changes nothing, and says so', async (t) => {
  const {get, post, stored} = await desk(t, definition);
  const fields = fieldsIn(await (await get()).text());
  fields.set('avis', 'bien');
  await post(fields);
  fields.set('avis', 'mal');
  const again = await post(fields);
  assert.equal(again.status, 409);
  assert.match(await said(again), /déjà enregistrée.*Ce que vous avez changé ensuite n’est pas enregistré/);
  assert.deepEqual(
    (await stored()).map(({answers}) => answers),
    [{avis: 'bien'}],
  );
});

test('a form that comes back keeps its id, so that mending it is still one answer', async (t) => {
  const {get, post, stored} = await desk(t, definition);
  const fields = fieldsIn(await (await get()).text());
  fields.set('mot', 'Deux\nlignes « et » <b>');
  const back = await post(fields);
  assert.equal(back.status, 422);
  const mended = fieldsIn(await back.text());
  assert.equal(mended.get('_id'), fields.get('_id'));
  assert.equal(mended.get('mot'), 'Deux\nlignes « et » <b>');
  mended.set('avis', 'moyen');
  assert.equal((await post(mended)).status, 303);
  assert.deepEqual((await stored())[0]?.answers, {avis: 'moyen', mot: 'Deux\nlignes « et » <b>'});
});

test('a form sent without any answer comes back', async (t) => {
  const {send, stored} = await desk(t, asking([{id: 'mot', type: 'text', label: 'Un mot ?', max: 9}]));
  const response = await send();
  assert.equal(response.status, 422);
  assert.match(await said(response), /Vous n’avez encore répondu à aucune question\./);
  assert.deepEqual(await stored(), []);
});

test('where somebody stands is stored from the address, closed lists only', async (t) => {
  const settings = {
    territories: [{id: 'nord', label: 'Nord'}],
    sources: [{id: 'affiche', label: 'Une affiche'}],
    waves: [{id: 'm2', label: 'Deux mois'}],
    languages: ['ar'],
  };
  const {send, stored} = await desk(t, definition, {settings});
  await send({avis: 'bien'}, '?territoire=nord&source=affiche&vague=m2&lang=ar');
  await send({avis: 'bien'}, '?territoire=sud&source=%3Cscript%3E&vague=&lang=de');
  const bare = {answers: {avis: 'bien'}, mode: 'web'};
  assert.deepEqual(await stored(), [
    {...bare, lang: 'ar', territory: 'nord', source: 'affiche', wave: 'm2'},
    {...bare, lang: 'fr'},
  ]);
});

test('an answer to where one lives sets the territory', async (t) => {
  const where = {id: 'ou', type: 'single', label: 'Où ?', choices: {from: 'territories'}};
  const {send, stored} = await desk(t, asking([where]), {settings: {territories: [{id: 'nord', label: 'Nord'}]}});
  await send({ou: 'nord'});
  assert.deepEqual(await stored(), [{answers: {ou: 'nord'}, lang: 'fr', mode: 'web', territory: 'nord'}]);
});

test('sensitive answers carry 128 random bits, the same however often they are sent', async (t) => {
  const {get, post, stored} = await desk(t, asking(questions, {sensitive: true}));
  const fields = fieldsIn(await (await get()).text());
  fields.set('avis', 'bien');
  await post(fields);
  assert.equal((await post(fields)).status, 200);
  const [kept] = await stored();
  assert.match(kept?.salt ?? '', /^[0-9a-f]{32}$/);
  assert.equal(kept?.salt, fields.get('_salt'));
});

test('a hidden field that was filled in loses nobody’s answer: it is stored, and flagged', async (t) => {
  const {send, store, stored} = await desk(t, definition);
  assert.equal((await send({avis: 'bien', _site: 'https://spam.example'})).status, 303);
  assert.deepEqual((await stored())[0]?.signals, ['trap']);
  const [answer] = await store.answers(ID, 0, 9);
  assert.ok(answer);
  const {flags} = readStored(answer, {newest: definition, byVersion: new Map([['1', definition]])});
  assert.deepEqual(flags, ['suspicious']);
});

test('a form opened before the closing day and sent after it is stored', async (t) => {
  const {get, post, stored} = await desk(t, definition, {settings: {closes: '2026-11-20'}});
  assert.match(await said(await get()), /Ce questionnaire est terminé\./);
  assert.equal((await post(new URLSearchParams({avis: 'bien'}))).status, 303);
  assert.equal((await stored()).length, 1);
});

test('a form opened before the questions changed is read by the questions it asked', async (t) => {
  const {get, post, store} = await desk(t, definition);
  const fields = fieldsIn(await (await get()).text());
  const next = asking([{id: 'autre', type: 'boolean', label: 'Autre ?', required: true}], {version: '2'});
  await store.register({format: 'ppgp-campaign/1', id: ID, definition: next}, next, TODAY);
  fields.set('avis', 'bien');
  assert.equal((await post(fields)).status, 303);
  const [answer] = await store.answers(ID, 0, 9);
  assert.equal(answer?.version, '1');
  assert.match(await (await get()).text(), /name="_version" value="2"/);
});

test('fields that were left out or are none of ours are made anew', async (t) => {
  const {post, stored} = await desk(t, definition);
  const strange: Record<string, string>[] = [
    {},
    {_id: 'x'},
    {_id: '__proto__', _version: '9', _lang: '<', inconnu: 'oui', avis_: 'x', 'constructor.x': 'y'},
  ];
  for (const members of strange) {
    assert.equal((await post(new URLSearchParams({avis: 'bien', ...members}))).status, 303);
  }
  assert.deepEqual(
    (await stored()).map(({answers}) => answers),
    Array(3).fill({avis: 'bien'}),
  );
});

/** A store some of whose deeds are others. */
const otherwise = (store: AnswerStore, deeds: Partial<AnswerStore>): AnswerStore =>
  new Proxy(store, {
    get(target, name: keyof AnswerStore) {
      const own: unknown = deeds[name] ?? target[name];
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });

for (const code of ['busy', 'full', 'broken'] as const) {
  test(`a store that is ${code}: a page in French that says so, with everything typed and the same id`, async (t) => {
    const log: object[] = [];
    const through = (store: AnswerStore) => otherwise(store, {keep: () => Promise.reject(new StoreError(code, undefined))});
    const {get, post, stored} = await desk(t, definition, {through, log: (entry) => log.push(entry)});
    const fields = fieldsIn(await (await get()).text());
    fields.set('avis', 'mal');
    fields.set('mot', 'Zoé a bien dormi');
    const response = await post(fields);
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('Retry-After'), '60');
    const html = await response.clone().text();
    assert.match(await said(response), /Votre réponse n’est pas encore enregistrée\. – Un essai.*Le service ne répond pas pour le moment/);
    assert.deepEqual(Object.fromEntries(fieldsIn(html)), Object.fromEntries(fields));
    assert.deepEqual(log, [{event: `store-${code}`}]);
    assert.deepEqual(await stored(), []);
  });
}

test('where not even the questions can be read, all that was typed waits on the page to be sent again', async (t) => {
  let isDown = false;
  const through = (store: AnswerStore): AnswerStore => {
    const campaign = (id: string) => (isDown ? Promise.reject(new StoreError('broken', undefined)) : store.campaign(id));
    return otherwise(store, {campaign});
  };
  const {get, post, stored} = await desk(t, definition, {through});
  const fields = fieldsIn(await (await get()).text());
  fields.set('avis', 'mal');
  fields.set('mot', '"><script>alert(1)</script>');
  isDown = true;
  const response = await post(fields);
  assert.equal(response.status, 503);
  const html = await response.text();
  assert.doesNotMatch(html, /<script/);
  assert.deepEqual([...fieldsIn(html)], [...fields]);
  assert.equal((await get()).status, 503);
  isDown = false;
  assert.equal((await post(fieldsIn(html))).status, 303);
  assert.deepEqual((await stored())[0]?.answers, {avis: 'mal', mot: '"><script>alert(1)</script>'});
});

test('a mistake of ours gives everything back too, and logs nothing of it', async (t) => {
  const log: object[] = [];
  const through = (store: AnswerStore) => otherwise(store, {keep: () => Promise.reject(new TypeError('cannot read "maman de Zoé"'))});
  const {send} = await desk(t, definition, {through, log: (entry) => log.push(entry)});
  const response = await send({avis: 'bien', mot: 'Zoé'});
  assert.equal(response.status, 500);
  assert.equal(fieldsIn(await response.text()).get('mot'), 'Zoé');
  assert.deepEqual(log, [{event: 'internal', error: 'TypeError'}]);
});

test('an answer to a campaign that is not registered waits on the page', async (t) => {
  const {app} = await desk(t, definition);
  const headers = {'Content-Type': 'application/x-www-form-urlencoded'};
  const response = await app.request('/f/inconnue', {method: 'POST', headers, body: 'mot=Bonjour'});
  assert.equal(response.status, 404);
  const html = await response.clone().text();
  assert.match(await said(response), /Rien n’a été enregistré\./);
  assert.equal(fieldsIn(html).get('mot'), 'Bonjour');
});

test('a body of another kind, and one over 256 KiB, are refused in French', async (t) => {
  const {app, post, stored} = await desk(t, definition);
  const json = await app.request(`/f/${ID}`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{}'});
  assert.equal(json.status, 415);
  assert.match(await said(json), /n’a pas pu être lue\. Elle n’est pas enregistrée\./);
  const long = await post(new URLSearchParams({avis: 'bien', mot: 'x'.repeat(256 * 1024)}));
  assert.equal(long.status, 413);
  assert.match(await said(long), /trop longue\. Elle n’est pas enregistrée\./);
  assert.deepEqual(await stored(), []);
});

test('an answer over what one answer may hold comes back with all of it', async (t) => {
  const long = asking([1, 2].map((which) => ({id: `mot${which}`, type: 'text', label: 'Un mot ?', max: 40_000})));
  const {send, stored} = await desk(t, long);
  const response = await send({mot1: 'a'.repeat(35_000), mot2: 'b'.repeat(35_000)});
  assert.equal(response.status, 413);
  const fields = fieldsIn(await response.text());
  assert.deepEqual([fields.get('mot1')?.length, fields.get('mot2')?.length], [35_000, 35_000]);
  assert.deepEqual(await stored(), []);
});

test('who sends too much keeps everything typed, and is let in later; what is stored already is known at once', async (t) => {
  const {get, post, send, stored} = await desk(t, definition, {rate: {burst: 1, perSecond: 0}});
  const fields = fieldsIn(await (await get()).text());
  fields.set('avis', 'bien');
  assert.equal((await post(fields)).status, 303);
  assert.equal((await post(fields)).status, 200);
  const response = await send({avis: 'mal', mot: 'Zoé dort'});
  assert.equal(response.status, 429);
  assert.equal(response.headers.get('Retry-After'), '10');
  assert.equal(fieldsIn(await response.text()).get('mot'), 'Zoé dort');
  assert.equal((await stored()).length, 1);
});
