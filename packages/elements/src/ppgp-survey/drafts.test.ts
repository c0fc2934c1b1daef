import {expect} from '@open-wc/testing';
import {openStore} from '@ppgp/browser-store';
import {sweepDrafts} from '@ppgp/outbox/drafts';
import {DATABASE} from '@ppgp/outbox/browser';
import {
  aQuestionnaire,
  emptyOutbox,
  fakeSite,
  focused,
  fullDevice,
  goOn,
  hears,
  heard,
  part,
  press,
  pressPart,
  reaches,
  root,
  shown,
  text,
  until,
  type FakeSite,
} from '@ppgp/testing/element';
import '../define/ppgp-survey.js';

type Survey = HTMLElementTagNameMap['ppgp-survey'];

const choices = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'].map((label) => ({id: label.toLowerCase(), label}));
const questionnaire = aQuestionnaire([
  {id: 'une', type: 'single', label: 'La première ?', choices, shuffle: true},
  {id: 'deux', type: 'boolean', label: 'La deuxième ?', plain: 'La 2 ?'},
  {id: 'trois', type: 'number', label: 'La troisième ?'},
]);
const KEY = 'draft/essai/essai';
const HOUR = 3_600_000;

const store = openStore(DATABASE);
const keys = async (prefix = 'draft/'): Promise<string[]> => (await store.page(prefix, {limit: 100})).map(([key]) => key);
/** What stands in the draft as the page last wrote it. */
const draft = async (): Promise<{at?: string; given: {answers: object}}> => {
  const {text: written = '{"given": {"answers": {}}}'} = Object(await store.get(KEY)) as {text?: string};
  return JSON.parse(written) as {at?: string; given: {answers: object}};
};
const order = (element: Survey): string[] =>
  [...root(element).querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({value}) => value);

describe('a draft on this device', () => {
  let site: FakeSite;
  beforeEach(async () => {
    site = await fakeSite();
  });
  afterEach(async () => {
    await site.order({answers: 'up'});
    await emptyOutbox();
    await store.commit((await keys()).map((key) => ({remove: key})));
  });

  const visits = (members: Partial<Survey> = {}): Promise<Survey> =>
    shown('ppgp-survey', {definition: questionnaire, endpoint: site.endpoint, draft: 'device', layout: 'question', ...members});
  /** Answers the first question, and goes on to the second. */
  async function begins(members: Partial<Survey> = {}): Promise<Survey> {
    const element = await visits(members);
    await press(element, 'Trois');
    await goOn(element);
    await until('the draft is at the second question', async () => (await draft()).at === 'deux');
    return element;
  }
  async function leaves(element: Survey): Promise<void> {
    await element.draftKeeper?.settled();
    element.remove();
  }
  async function sends(element: Survey): Promise<void> {
    while (!part(element, 'review')) await goOn(element, part(element, 'enough') ? 'Relire et envoyer maintenant' : 'Relire');
    await pressPart(element, 'send');
  }

  it('brings back the step, the answers, the order of choices and the plainer words; and says so', async () => {
    const before = await visits();
    const first = order(before);
    await press(before, 'Trois');
    await pressPart(before, 'plainer');
    await goOn(before);
    await press(before, 'Non');
    await until('both are kept', async () => Object.keys((await draft()).given.answers).length === 2);
    await leaves(before);
    const element = await visits();
    expect(text(element)).to.include('La 2 ?').and.include('Question 2 sur 3');
    expect(text(element)).to.include('Nous avons retrouvé vos réponses. Vous reprenez où vous en étiez.');
    expect(element.answers).to.deep.equal({une: 'trois', deux: false});
    await goOn(element, 'Retour');
    expect(order(element)).to.deep.equal(first);
    expect(root(element).querySelector<HTMLInputElement>('input:checked')?.value).to.equal('trois');
  });

  it('brings back the review', async () => {
    const before = await begins();
    await goOn(before);
    await goOn(before, 'Relire');
    await until('the review is kept', async () => (await draft()).at === undefined);
    await leaves(before);
    expect(part(await visits(), 'review')).to.exist;
  });

  it('brings back hidden answers too, for whoever changes their mind', async () => {
    const definition = aQuestionnaire([
      {id: 'une', type: 'boolean', label: 'Un enfant ?'},
      {id: 'deux', type: 'number', label: 'Quel âge ?', visibleWhen: {question: 'une', is: true}},
    ]);
    const before = await visits({definition, layout: 'page'});
    before.answers = {une: true, deux: 7};
    await before.updateComplete;
    await press(before, 'Non');
    await leaves(before);
    const element = await visits({definition, layout: 'page'});
    expect(element.answers).to.deep.equal({une: false});
    await press(element, 'Oui');
    expect(element.answers).to.deep.equal({une: true, deux: 7});
  });

  it('is announced on the first screen, before anything is kept', async () => {
    const element = await visits();
    expect(text(element)).to.include('Vos réponses restent sur cet appareil pendant 24 heures');
    await element.draftKeeper?.settled();
    expect(await keys()).to.deep.equal([]);
    expect(text(element)).not.to.include('Nous avons retrouvé');
  });

  it('goes in the transaction that keeps the answer: there is never both, and never neither', async () => {
    await site.order({answers: 'down'});
    const element = await begins();
    const touched: [string, IDBTransaction][] = [];
    const {put, delete: remove} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      touched.push([`put ${String(key).split('/')[0]}`, this.transaction]);
      return put.call(this, value, key);
    };
    IDBObjectStore.prototype.delete = function (key) {
      touched.push([`delete ${String(key).split('/')[0]}`, this.transaction]);
      return remove.call(this, key);
    };
    try {
      const saved = heard(element, 'ppgp-saved');
      await sends(element);
      await saved;
    } finally {
      Object.assign(IDBObjectStore.prototype, {put, delete: remove});
    }
    const [, kept] = touched.find(([what]) => what === 'put parcel') ?? [];
    const [, gone] = touched.find(([what]) => what === 'delete draft') ?? [];
    expect(kept).to.exist;
    expect(kept === gone).to.equal(true);
    expect(await keys()).to.deep.equal([]);
    expect(await keys('parcel/')).to.have.lengthOf(1);
  });

  it('leaves nothing after sending, also when somebody begins again', async () => {
    const element = await begins();
    await sends(element);
    await reaches(element, 'sent');
    element.reset();
    await element.updateComplete;
    await element.draftKeeper?.settled();
    await until('nothing is left on the device', async () => (await keys('')).length === 0);
    const next = await visits();
    expect(next.answers).to.deep.equal({});
    expect(text(next)).to.include('Question 1 sur 3').and.not.include('Nous avons retrouvé');
  });

  it('stays where the device could not keep the answer', async () => {
    await site.order({answers: 'down'});
    const element = await begins();
    const emptied = fullDevice();
    try {
      await sends(element);
      await reaches(element, 'unsaved');
    } finally {
      emptied();
    }
    expect(await keys()).to.deep.equal([KEY]);
  });

  it('goes once the collector has the answer, where the device could not keep it', async () => {
    const element = await begins();
    const emptied = fullDevice();
    try {
      await sends(element);
      await reaches(element, 'sent');
    } finally {
      emptied();
    }
    await until('the draft is gone', async () => (await keys()).length === 0);
  });

  it('is erased by the person, who begins again at the first question and hears it', async () => {
    const before = await begins();
    await leaves(before);
    const element = await visits();
    await press(element, 'Effacer mes réponses');
    await hears('Vos réponses sont effacées de cet appareil.');
    expect(element.answers).to.deep.equal({});
    expect(text(element)).to.include('Question 1 sur 3').and.not.include('Nous avons retrouvé');
    expect(await keys()).to.deep.equal([]);
    expect((await visits()).answers).to.deep.equal({});
  });

  it('is erased when the host takes the answer', async () => {
    const element = await begins();
    element.addEventListener('ppgp-submit', (event) => event.preventDefault());
    await sends(element);
    expect(element.state).to.equal('handed');
    await until('nothing is left', async () => (await keys()).length === 0);
  });

  it('is over after 24 hours', async () => {
    await leaves(await begins());
    const kept = (await store.get(KEY)) as {hour: number};
    await store.commit([{put: KEY, value: {...kept, hour: Math.floor(Date.now() / HOUR) - 24}}]);
    const element = await visits();
    expect(element.answers).to.deep.equal({});
    expect(text(element)).to.include('Question 1 sur 3').and.not.include('Nous avons retrouvé');
    await sweepDrafts(store, Date.now());
    expect(await keys()).to.deep.equal([]);
  });

  const nowhere: [name: string, members: Partial<Survey>][] = [
    ['unless the page asks for it', {draft: ''}],
    ['on a shared device', {mode: 'kiosk'}],
    ['without an endpoint', {endpoint: ''}],
    ['in clear, of what is to be sealed', {definition: {...questionnaire, publicKey: {keyId: 'k', key: 'AAAA'}}}],
    ['of what is sensitive', {definition: {...questionnaire, sensitive: true}}],
  ];
  for (const [name, members] of nowhere) {
    it(`is never kept ${name}, and what was kept is not read (mode 70)`, async () => {
      const element = await visits(members);
      if (members.mode === 'kiosk') {
        await until('it waits for somebody', () => part(element, 'start') !== null);
        await pressPart(element, 'start');
      }
      await press(element, 'Trois');
      await goOn(element);
      expect(element.draftKeeper).to.equal(undefined);
      expect(await keys()).to.deep.equal([]);
      expect(text(element)).not.to.include('24 heures');
      await leaves(await begins());
      expect((await visits(members)).answers).to.deep.equal({});
    });
  }

  const spoilt: [name: string, value: unknown][] = [
    ['no JSON', 'x{'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['answers of another type', '{"given": 5, "at": 7, "seed": "x"}'],
    ['answers that no longer fit', '{"given": {"answers": {"une": "sept", "partie": true}, "other": {}}, "at": "partie", "seed": 3}'],
  ];
  for (const [name, written] of spoilt) {
    it(`that holds ${name} is as good as none, and is written over`, async () => {
      await store.commit([{put: KEY, value: {v: 1, hour: Math.floor(Date.now() / HOUR), text: written}}]);
      const element = await visits();
      expect(element.answers).to.deep.equal({});
      expect(text(element)).to.include('Question 1 sur 3').and.not.include('Nous avons retrouvé');
      await press(element, 'Deux');
      await until('it is written over', async () => 'une' in (await draft()).given.answers);
    });
  }

  it('brings back what still fits a corrected definition', async () => {
    await leaves(await begins());
    const element = await visits({definition: {...questionnaire, version: '2', questions: questionnaire.questions.slice(0, 1)}});
    expect(element.answers).to.deep.equal({une: 'trois'});
    expect(text(element)).to.include('La première ?');
  });

  it('that the device refuses to keep harms nothing: the answers are on the page', async () => {
    const emptied = fullDevice();
    try {
      const element = await visits();
      await press(element, 'Trois');
      await goOn(element);
      await element.draftKeeper?.settled();
      expect(element.answers).to.deep.equal({une: 'trois'});
      expect(element.state).to.equal('asking');
    } finally {
      emptied();
    }
  });

  it('holds what was typed while an earlier state was being written', async () => {
    const element = await visits({layout: 'page'});
    for (const name of ['Un', 'Deux', 'Trois', 'Oui', 'Non']) void press(element, name);
    await element.updateComplete;
    await element.draftKeeper?.settled();
    expect((await draft()).given.answers).to.deep.equal({une: 'trois', deux: false});
  });

  it('is one for each questionnaire of a campaign', async () => {
    const other = {...questionnaire, id: 'autre'};
    await leaves(await begins());
    const element = await visits({definition: other});
    expect(element.answers).to.deep.equal({});
    await press(element, 'Deux');
    await leaves(element);
    expect(await keys()).to.deep.equal(['draft/autre/autre', KEY]);
    const named = await visits({campaign: 'hiver'});
    await press(named, 'Deux');
    await leaves(named);
    expect(await keys()).to.include('draft/hiver/essai');
  });

  it('in two tabs: the last change is kept, and each tab sends its own answer', async () => {
    await site.order({answers: 'down'});
    const one = await begins();
    const two = await visits();
    expect(focused(two)).to.equal('');
    expect(two.answers).to.deep.equal({une: 'trois'});
    await press(two, 'Oui');
    await until('the second tab wrote', async () => 'deux' in (await draft()).given.answers);
    await sends(one);
    await reaches(one, 'saved');
    expect(two.answers).to.deep.equal({une: 'trois', deux: true});
    await sends(two);
    await reaches(two, 'saved');
    expect(await keys('parcel/')).to.have.lengthOf(2);
    expect(await keys()).to.deep.equal([]);
  });
});
