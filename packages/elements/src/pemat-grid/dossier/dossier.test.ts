import {expect} from '@open-wc/testing';
import {memoryStore} from '@ppgp/browser-store';
import {documentsOf, dossierFile, merge} from './dossier.js';
import {ChangedElsewhere, DossierStore} from './dossier-store.js';
import {AGREED, readRating, type RatingRecord} from './rating-record.js';

const rating = (members: Partial<RatingRecord> = {}): RatingRecord => ({
  v: 1,
  document: 'flyer',
  documentVersion: 'v1',
  rater: 'r-aa',
  grid: {id: 'pemat-p', version: '1'},
  title: 'Flyer',
  version: '1',
  raterLabel: 'relectrice 1',
  day: '2026-11-21',
  edits: {va: 1},
  rated: {marks: {i1: 'yes'}, facts: [], notes: {}, before: {}},
  ...members,
});
const marked = (members: Partial<RatingRecord>, mark: 'yes' | 'no' = 'no'): RatingRecord =>
  rating({...members, rated: {marks: {i1: mark}, facts: [], notes: {}, before: {}}});

const GRID = {id: 'pemat-p'};
const OTHER = {id: 'pemat-av', version: '1'};

describe('a dossier', () => {
  it('leaves ratings of another grid aside, also where they took the place of what was settled', () => {
    const ratings = [
      rating(),
      rating({rater: 'r-bb', grid: OTHER}),
      rating({rater: AGREED, grid: OTHER}),
      marked({rater: `${AGREED}-2`}),
      rating({document: 'film', title: 'Film', grid: OTHER}),
    ];
    const documents = documentsOf(ratings, GRID);
    expect(documents.map(({title, versions}) => [title, versions.map(({own}) => own.map(({rater}) => rater))])).to.deep.equal([
      ['Flyer', [['r-aa']]],
    ]);
    expect(documents[0]?.versions[0]?.agreed?.rated.marks).to.deep.equal({i1: 'no'});
    expect(documents[0]?.versions[0]?.alsoAgreed).to.deep.equal([]);
    expect(documentsOf(ratings, OTHER).map(({title}) => title)).to.deep.equal(['Film', 'Flyer']);
  });

  it('is an inventory of documents, their versions and those who rated them, made from the ratings alone', () => {
    const documents = documentsOf(
      [
        rating({documentVersion: 'v10', version: '10', day: '2026-12-01'}),
        rating({documentVersion: 'v2', version: '2', rater: 'r-bb', raterLabel: 'relectrice 2'}),
        rating({documentVersion: 'v2', version: '2', rater: AGREED, day: '2026-11-25'}),
        rating({documentVersion: 'v2', version: '2'}),
        rating({document: 'lettre', title: 'Lettre'}),
      ],
      GRID,
    );
    expect(
      documents.map(({title, versions}) => [title, versions.map(({version, day, own, agreed}) => [version, day, own.length, !!agreed])]),
    ).to.deep.equal([
      [
        'Flyer',
        [
          ['2', '2026-11-25', 2, true],
          ['10', '2026-12-01', 1, false],
        ],
      ],
      ['Lettre', [['1', '2026-11-21', 1, false]]],
    ]);
    expect(documents[0]?.versions[0]?.own.map(({raterLabel}) => raterLabel)).to.deep.equal(['relectrice 1', 'relectrice 2']);
  });

  it('takes another copy: what is new is added, what is newer replaces, what is older is left', () => {
    const here = [rating(), marked({rater: 'r-bb', edits: {va: 1, vb: 1}})];
    const file = dossierFile(
      [rating({rater: 'r-cc'}), marked({edits: {va: 1, vc: 2}}), marked({rater: 'r-bb', edits: {va: 1}}, 'yes')],
      '2026-11-22',
    );
    const {ratings, ...counts} = merge(here, file);
    expect(counts).to.deep.equal({added: 1, updated: 1, apart: 0, unread: 0, same: 1});
    expect(ratings.map(({rater, rated}) => [rater, rated.marks['i1']])).to.deep.equal([
      ['r-aa', 'no'],
      ['r-bb', 'no'],
      ['r-cc', 'yes'],
    ]);
  });

  it('keeps both where both were changed, and does so once however often the file is taken', () => {
    const here = [marked({edits: {va: 1, vb: 1}}, 'yes')];
    const file = dossierFile([marked({edits: {va: 1, vc: 1}})], '2026-11-22');
    const once = merge(here, file);
    expect(once.apart).to.equal(1);
    expect(once.ratings.map(({rater, rated}) => [rater, rated.marks['i1']])).to.deep.equal([
      ['r-aa', 'yes'],
      ['r-aa-2', 'no'],
    ]);
    const twice = merge(once.ratings, file);
    expect(twice.ratings).to.have.length(2);
  });

  it('another group’s common opinion stays beside ours, and is nobody’s own rating', () => {
    const here = [rating(), marked({rater: AGREED, edits: {va: 1}})];
    const {ratings} = merge(here, dossierFile([marked({rater: AGREED, edits: {vb: 1}}, 'yes')], '2026-11-22'));
    const [version] = documentsOf(ratings, GRID)[0]?.versions ?? [];
    expect(version?.own.map(({rater}) => rater)).to.deep.equal(['r-aa']);
    expect([version?.agreed, ...(version?.alsoAgreed ?? [])].map((each) => each?.rated.marks['i1'])).to.deep.equal(['no', 'yes']);
  });

  it('refuses what is no dossier, and counts what cannot be read', () => {
    expect(() => merge([], {format: 'autre'})).to.throw(TypeError);
    expect(() => merge([], null)).to.throw(TypeError);
    expect(merge([], {format: 'ppgp-dossier/1', ratings: [null, {v: 2}, rating({document: 'A B'})]}).unread).to.equal(3);
  });

  it('reads a rating without what is wrong in it', () => {
    const poisoned = {
      ...rating(),
      title: 'x'.repeat(500),
      rated: {
        marks: {i1: 'yes', i2: 'maybe', 'Not An Id': 'no'},
        facts: ['court', 7],
        notes: {i1: {text: 'vu', at: {page: 1, x: 'a', y: 0}}, i2: 5},
        before: 3,
      },
    };
    expect(readRating(JSON.parse(JSON.stringify(poisoned)))).to.deep.include({
      title: '',
      rated: {marks: {i1: 'yes'}, facts: ['court'], notes: {i1: {text: 'vu'}}, before: {}},
    });
  });
});

describe('the answer that a rating was sent as', () => {
  const id = '0197a1b2-0000-4000-8000-000000000001';

  it('travels with it; what is no id of an answer is left out', () => {
    expect(readRating(JSON.parse(JSON.stringify(rating({sent: id}))))?.sent).to.equal(id);
    for (const sent of ['x', 7, `${id}0`]) expect(readRating({...rating(), sent})).not.to.have.property('sent');
  });
});

describe('the ratings on this device', () => {
  it('are kept one by one, and found again', async () => {
    const store = memoryStore();
    const dossier = new DossierStore(store);
    for (let index = 0; index < 120; index++) await dossier.keep(rating({document: `d${index}`}));
    await dossier.remove(rating({document: 'd7'}));
    const {ratings, unreadable} = await new DossierStore(store).all();
    expect([ratings.length, unreadable]).to.deep.equal([119, 0]);
  });

  it('are not overwritten by another tab: it is told what is there', async () => {
    const store = memoryStore();
    const [one, other] = [new DossierStore(store), new DossierStore(store)];
    await one.keep(rating());
    await other.all();
    await one.keep(marked({edits: {va: 2}}));
    const refused = await other.keep(marked({edits: {va: 1, vb: 1}}, 'yes')).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(ChangedElsewhere);
    expect((refused as ChangedElsewhere).now?.edits).to.deep.equal({va: 2});
    await other.keep(marked({edits: {va: 2, vb: 1}}, 'yes'));
    expect((await one.all()).ratings[0]?.rated.marks['i1']).to.equal('yes');
  });

  it('are not overwritten by one that does not know what this tab has seen of them', async () => {
    const store = memoryStore();
    const dossier = new DossierStore(store);
    await dossier.keep(rating({edits: {va: 1, vb: 1}}));
    const refused = await dossier.keep(marked({edits: {va: 2}})).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(ChangedElsewhere);
    expect((await dossier.all()).ratings[0]?.edits).to.deep.equal({va: 1, vb: 1});
  });

  it('of a newer build are not overwritten', async () => {
    const store = memoryStore();
    await store.commit([{put: 'rating/flyer/v1/r-aa', value: {v: 2}}]);
    const dossier = new DossierStore(store);
    await dossier.all();
    expect(await dossier.keep(rating()).catch((error: unknown) => error)).to.be.instanceOf(ChangedElsewhere);
    expect(await store.get('rating/flyer/v1/r-aa')).to.deep.equal({v: 2});
  });

  it('of a newer build are left alone, and counted', async () => {
    const store = memoryStore();
    await store.commit([{put: 'rating/flyer/v1/r-zz', value: {v: 2}}]);
    expect(await new DossierStore(store).all()).to.deep.equal({ratings: [], unreadable: 1});
  });
});
