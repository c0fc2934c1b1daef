import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {instrument} from '@ppgp/instruments';
import type {Answers, Campaign, Payload} from '@ppgp/schema';
import fc from 'fast-check';
import {
  TODAY,
  answered,
  appOn,
  ask,
  campaign,
  definition,
  hashOf,
  openStore,
  plainItem,
  post,
  problemOf,
  register,
  resultsOf,
  tokenFor,
  versioned,
} from '../collector.kit.js';

async function setUp(t: TestContext, one: Campaign = campaign) {
  const store = await openStore(t);
  await register(store, one);
  const app = appOn(store);
  const token = await tokenFor(store, campaign.id, 'results');
  const send = (payloads: readonly Partial<Payload>[], version = '1') =>
    post(
      app,
      payloads.map((members) => plainItem({payload: answered(members), version})),
    );
  return {store, app, token, send, results: (query?: string) => resultsOf(app, token, query)};
}

const times = <T>(count: number, one: T): T[] => Array.from({length: count}, () => one);
const clear = (code: string, more: Answers = {}): Partial<Payload> => ({answers: {clair: code, ...more}});

test('a campaign without answers has figures of nothing', async (t) => {
  const {results} = await setUp(t);
  const {format, campaign: id, versions, audience, k, asOf, received, counted, expected, flags, weeks, questions} = await results();
  assert.deepEqual(
    {format, id, versions, audience, k, asOf, received, counted, expected, flags, weeks},
    {
      format: 'ppgp-results/1',
      id: campaign.id,
      versions: [],
      audience: 'team',
      k: 5,
      asOf: TODAY,
      received: 0,
      counted: 0,
      expected: 40,
      flags: {},
      weeks: {},
    },
  );
  assert.deepEqual(Object.keys(questions), ['recu', 'clair', 'sujets', 'mot']);
});

test('each answer counts once, however often it was sent', async (t) => {
  const {app, results} = await setUp(t);
  const items = [...times(4, 'bien'), 'moyen', 'mal'].map((code) => plainItem({payload: answered(clear(code))}));
  await post(app, items);
  await post(app, items);
  const {received, counted, weeks, questions} = await results();
  assert.equal(received, 6);
  assert.equal(counted, 6);
  assert.deepEqual(weeks, {'2026-W47': 6});
  assert.equal(questions['clair']?.base, 6);
  assert.deepEqual(questions['clair']?.cells, {bien: 4, moyen: 1, mal: 1});
});

test('every kind of question of the questionnaire is counted', async (t) => {
  const {send, results} = await setUp(t);
  await send(times(6, clear('bien', {recu: {lettre: 'oui', flyer: 'non'}, sujets: ['aide'], mot: 'Merci'})));
  const {questions} = await results();
  assert.deepEqual(questions['recu']?.rows?.['lettre']?.cells, {oui: 6, non: 0});
  assert.deepEqual(questions['recu']?.rows?.['flyer']?.cells, {oui: 0, non: 6});
  assert.deepEqual(questions['sujets']?.cells, {sommeil: 0, aide: 6});
  assert.equal(questions['mot']?.base, 6);
  assert.deepEqual(questions['mot']?.cells, {});
});

test('the figures follow the answers that come between two requests, also asked many times at once', async (t) => {
  const {send, results} = await setUp(t);
  for (const total of [1, 2, 3]) {
    await send([clear('bien')]);
    const all = await Promise.all(times(8, undefined).map(() => results()));
    assert.deepEqual(
      all.map(({received}) => received),
      times(8, total),
    );
  }
});

test('more answers than one page are all counted', async (t) => {
  const {store, results} = await setUp(t);
  const answers = Array.from({length: 1001}, () => {
    const {payload, ...item} = plainItem();
    return {...item, received: TODAY, payload: Buffer.from(payload)};
  });
  await store.keep(answers);
  assert.equal((await results()).received, 1001);
  assert.equal((await results('?lang=fr')).received, 1001);
});

test('below k the team is given the base alone', async (t) => {
  const {send, results} = await setUp(t);
  await send(times(4, clear('bien')));
  const {questions} = await results();
  assert.equal(questions['clair']?.base, 4);
  assert.equal(questions['clair']?.hidden, 'base');
  assert.deepEqual(Object.values(questions['clair']?.cells ?? {}), [null, null, null]);
});

test('figures are narrowed by where, how and when, and by another answer', async (t) => {
  const {send, results} = await setUp(t);
  await send([
    ...times(6, {...clear('bien', {sujets: ['aide']}), territory: 'albi', lang: 'ar'}),
    {...clear('mal'), territory: 'castres', mode: 'kiosk'},
  ]);
  const count = async (query: string): Promise<unknown> => (await results(query)).received;
  assert.equal(await count('?territory=albi'), 6);
  assert.equal(await count('?territory=castres'), 1);
  assert.equal(await count('?mode=kiosk'), 1);
  assert.equal(await count('?lang=ar'), 6);
  assert.equal(await count('?version=1'), 7);
  assert.equal(await count('?version=2'), 0);
  assert.equal(await count('?week=2026-W47'), 7);
  assert.equal(await count('?week=2026-W46'), 0);
  assert.equal(await count('?q.clair=mal'), 1);
  assert.equal(await count('?q.sujets=aide'), 6);
  assert.equal(await count('?q.constructor=aide'), 0);
  assert.deepEqual((await results('?q.clair=mal')).filter, {'q.clair': 'mal'});
});

test('a narrowed table hides its small cells', async (t) => {
  const {send, results} = await setUp(t);
  await send([...times(6, {...clear('bien'), territory: 'albi'}), ...times(2, {...clear('mal'), territory: 'albi'})]);
  await send(times(20, {...clear('bien'), territory: 'castres'}));
  await send(times(7, {...clear('mal'), territory: 'castres'}));
  assert.deepEqual((await results()).questions['clair']?.cells, {bien: 26, moyen: 0, mal: 9});
  const {cells, hidden} = (await results('?territory=albi')).questions['clair'] ?? {};
  assert.deepEqual(cells, {bien: null, moyen: 0, mal: null});
  assert.equal(hidden, 'cells');
});

test('a filter that leaves everyone shows what the whole shows', async (t) => {
  const {send, results} = await setUp(t);
  await send([...times(6, clear('bien')), ...times(2, clear('mal'))]);
  assert.deepEqual((await results('?version=1')).questions, (await results()).questions);
});

test('a territory large enough is read beside the whole: neither gives the other away', async (t) => {
  const {send, results} = await setUp(t);
  for (const territory of ['albi', 'castres'])
    await send([...times(9, {...clear('bien'), territory}), ...times(8, {...clear('mal'), territory})]);
  assert.deepEqual((await results('?territory=albi')).questions['clair']?.cells, {bien: 9, moyen: 0, mal: 8});
});

test('several filters at once leave nothing, not even how many', async (t) => {
  const {send, results} = await setUp(t);
  await send(times(20, {...clear('bien'), territory: 'albi'}));
  for (const query of ['?territory=albi&mode=web', '?territory=albi&q.clair=bien', '?q.clair=bien&q.sujets=aide']) {
    const {received, counted, questions, flags, weeks} = await results(query);
    assert.deepEqual({received, counted, flags, weeks}, {received: null, counted: null, flags: undefined, weeks: undefined});
    assert.deepEqual([questions['clair']?.base, questions['clair']?.hidden], [null, 'base']);
  }
});

test('a part’s base under k is not told, nor one that the others would give away; nor its weeks and flags', async (t) => {
  const {send, results} = await setUp(t);
  await send([...times(9, {...clear('bien'), territory: 'albi'}), ...times(9, {...clear('mal'), territory: 'albi'})]);
  await send([...times(3, {...clear('bien'), territory: 'castres'}), {answers: {mot: 'Rien'}, territory: 'castres'}]);
  const castres = await results('?territory=castres');
  assert.deepEqual([castres.received, castres.questions['clair']?.base, castres.questions['clair']?.hidden], [4, null, 'base']);
  assert.deepEqual([castres.weeks, castres.flags], [undefined, undefined]);
  assert.equal((await results('?territory=albi')).questions['clair']?.base, null);
  assert.deepEqual((await results('?territory=albi')).versions, ['1']);
});

test('who did not answer is a cell like the others where answers narrow: few of them hide the base, and a cell beside it', async (t) => {
  const choices = [
    {id: 'oui', label: 'Oui'},
    {id: 'non', label: 'Non'},
  ];
  const questions = [...definition.questions, {id: 'suite', type: 'single' as const, label: 'Et après ?', choices}];
  const {send, results} = await setUp(t, {...campaign, definition: {...definition, questions}});
  const said = (clair: string, suite?: string) => clear(clair, suite === undefined ? {} : {suite, sujets: ['aide']});
  for (const clair of ['bien', 'mal'])
    await send([...times(9, said(clair, 'oui')), ...times(8, said(clair, 'non')), ...times(clair === 'bien' ? 7 : 6, said(clair))]);
  const told = async () => {
    const {suite, sujets} = (await results('?q.clair=bien')).questions;
    return {suite: [suite?.base, suite?.cells['oui'], suite?.cells['non']], sujets: sujets?.base};
  };
  assert.deepEqual(await told(), {suite: [17, 9, 8], sujets: 17});
  await send([...times(9, said('moyen', 'oui')), ...times(8, said('moyen', 'non')), said('moyen')]);
  assert.deepEqual(await told(), {suite: [null, 9, null], sujets: null});
});

test('who answered something personal cannot be counted by a filter where the table hides it', async (t) => {
  const questions = definition.questions.map((one) => (one.id === 'clair' ? {...one, profile: true} : one));
  const {send, results} = await setUp(t, {...campaign, definition: {...definition, questions}});
  await send([...times(9, clear('bien')), ...times(12, clear('moyen')), ...times(2, clear('mal'))]);
  assert.deepEqual((await results()).questions['clair']?.cells, {bien: null, moyen: 12, mal: null});
  const received = async (code: string): Promise<unknown> => (await results(`?q.clair=${code}`)).received;
  assert.deepEqual([await received('mal'), await received('bien'), await received('moyen')], [null, null, 12]);
  assert.equal((await results('?q.mot=Merci')).received, null);
});

test('a misspelt or repeated filter is refused rather than ignored', async (t) => {
  const {app, token} = await setUp(t);
  for (const query of ['?teritory=albi', '?q.=x', '?__proto__=x', '?territory=albi&territory=castres', '?q.Clair=bien']) {
    const response = await ask(app, 'GET', `/v1/campaigns/${campaign.id}/results${query}`, {token});
    assert.equal(response.status, 422);
    assert.ok((await problemOf(response)).detail);
  }
});

test('expected answers are told of the whole, and of a territory where they are known', async (t) => {
  const {results} = await setUp(t, {...campaign, expected: {albi: 30, castres: 10}});
  assert.equal((await results()).expected, 40);
  assert.equal((await results('?territory=albi')).expected, 30);
  assert.equal((await results('?territory=albi&lang=fr')).expected, undefined);
  assert.equal((await results('?territory=constructor')).expected, undefined);
});

test('what is odd about an answer is flagged, and it is counted all the same', async (t) => {
  const {app, send, results} = await setUp(t, {...campaign, closes: '2026-11-20'});
  await send([{answers: {}}]);
  await send([clear('bien', {inconnue: 'x'}), clear('faux')]);
  await send([{...clear('bien'), signals: ['fast']}]);
  await send([clear('bien')], 'jamais-vue');
  await post(app, [plainItem({payload: 'not json'})]);
  const {received, counted, flags, versions} = await results();
  assert.equal(received, 6);
  assert.equal(counted, 6);
  assert.deepEqual(flags, {incomplete: 3, invalid: 3, late: 6, 'unknown-version': 1, suspicious: 1});
  assert.deepEqual(versions, ['1', 'jamais-vue']);
});

test('the closing day itself is not late', async (t) => {
  const {send, results} = await setUp(t, {...campaign, closes: TODAY});
  await send([clear('bien')]);
  assert.deepEqual((await results()).flags, {});
});

test('an answer is read against the definition of its own version', async (t) => {
  const {store, send, results} = await setUp(t);
  const second = versioned('2');
  await register(store, {
    ...campaign,
    definition: {...second, questions: second.questions.filter(({id}) => id !== 'sujets')},
  });
  await send(times(5, clear('bien', {sujets: ['aide']})), '1');
  await send(times(5, clear('bien', {sujets: ['aide']})), '2');
  const {flags, questions} = await results();
  assert.deepEqual(flags, {invalid: 5});
  assert.equal(questions['clair']?.base, 10);
});

test('registering the version that was unknown takes its flag away', async (t) => {
  const {store, send, results} = await setUp(t);
  await send([clear('bien')], '2');
  assert.deepEqual((await results()).flags, {'unknown-version': 1});
  await register(store, {...campaign, definition: versioned('2')});
  assert.deepEqual((await results()).flags, {});
});

test('new settings are heeded at once: a k, a territory', async (t) => {
  const {store, send, results} = await setUp(t);
  await send(times(3, {...clear('bien'), territory: 'gaillac'}));
  assert.deepEqual((await results()).flags, {invalid: 3});
  await register(store, {...campaign, k: {public: 11, team: 2}, territories: [{id: 'gaillac', label: 'Gaillac'}]});
  const {received, questions} = await results('?territory=gaillac');
  assert.equal(received, 3);
  assert.deepEqual((await results()).flags, {});
  assert.equal(questions['clair']?.base, 3);
  assert.deepEqual((await results()).questions['clair']?.cells, {bien: 3, moyen: 0, mal: 0});
});

test('sealed answers are received, and counted only once someone has opened them', async (t) => {
  const {app, send, results} = await setUp(t);
  const payload = 'AAAA';
  const sealed = {...plainItem(), kind: 'sealed', keyId: '2026-10', enc: 'AAAA', payload, hash: hashOf(Buffer.from(payload, 'base64url'))};
  await send([clear('bien')]);
  assert.equal((await results()).sealed, undefined);
  await post(app, [sealed]);
  const whole = await results();
  assert.deepEqual([whole.sealed, whole.received, whole.counted], [true, 2, 1]);
  assert.equal((await results('?lang=fr')).received, 1);
});

test('the ready-made flyer questionnaire is counted by its name alone', async (t) => {
  const store = await openStore(t);
  const flyer = instrument('flyer');
  assert.ok(flyer);
  await store.register({format: 'ppgp-campaign/1', id: 'tarn', definition: {instrument: 'flyer'}}, flyer, TODAY);
  const app = appOn(store);
  const payload = answered({answers: {ff_recu: {lettre_1: 'oui', lettre_2: 'non', flyer: 'oui'}}});
  await post(
    app,
    times(6, undefined).map(() => plainItem({campaign: 'tarn', version: flyer.version, payload})),
  );
  const {questions, received} = await resultsOf(app, await tokenFor(store, 'tarn', 'results'), '', 'tarn');
  assert.equal(received, 6);
  assert.equal(questions['ff_recu']?.rows?.['flyer']?.cells['oui'], 6);
  assert.equal(questions['ff_recu']?.rows?.['lettre_2']?.cells['oui'], 0);
});

test('a grid without items is received and counted', async (t) => {
  const grid = {
    format: 'ppgp/1',
    kind: 'grid',
    id: 'g',
    version: '1',
    title: 'Grille',
    form: 'p',
    domains: [],
    topics: [],
    items: [],
  } as const;
  const {send, results} = await setUp(t, {...campaign, definition: {...grid, domains: [], topics: [], items: []}});
  await send([{answers: {i1: 'yes'}}]);
  const {received, counted, flags, questions} = await results();
  assert.deepEqual({received, counted, flags, questions}, {received: 1, counted: 1, flags: {}, questions: {}});
});

test('whatever was stored, there are figures, and they count all of it', async (t) => {
  const {app, results} = await setUp(t);
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom('clair', 'recu', 'sujets', 'mot', '__proto__', 'constructor'), fc.jsonValue()),
  );
  const payload = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.record({answers: odd, other: odd, lang: odd, mode: odd, territory: odd, signals: odd}).map((value) => JSON.stringify(value)),
  );
  const payloads = fc.sample(payload, 200);
  await post(
    app,
    payloads.map((one) => plainItem({payload: one})),
  );
  const {received, counted} = await results();
  assert.deepEqual([received, counted], [200, 200]);
});
