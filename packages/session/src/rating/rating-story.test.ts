import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pematP} from '@ppgp/instruments';
import {parsePayload} from '@ppgp/schema/validate';
import {composeRating} from './compose-rating.js';
import {Rating} from './rating.js';

const marks = (rating: Rating, ...ids: string[]) => ids.map((id) => rating.markOf(id));

describe('rating a document', () => {
  it('a mark is given, changed, taken back, undone and done again', () => {
    const rating = new Rating(pematP);
    rating.mark('i1', 'yes');
    rating.mark('i1', 'no');
    rating.mark('i2', 'yes');
    rating.mark('i2', undefined);
    assert.deepEqual(rating.rated.marks, {i1: 'no'});
    rating.undo();
    rating.undo();
    rating.undo();
    assert.deepEqual(rating.rated.marks, {i1: 'yes'});
    rating.redo();
    assert.deepEqual(rating.rated.marks, {i1: 'no'});
    assert.equal(rating.canRedo, true);
    rating.mark('i3', 'yes');
    assert.equal(rating.canRedo, false);
  });

  it('« sans objet » is given only where the item allows it, and nothing to what is not in the grid', () => {
    const rating = new Rating(pematP);
    rating.mark('i1', 'na');
    rating.mark('i99', 'yes');
    rating.tick('sans-rien', true);
    assert.deepEqual(rating.rated.marks, {});
    assert.equal(rating.canUndo, false);
    rating.mark('i6', 'na');
    assert.deepEqual(rating.rated.marks, {i6: 'na'});
  });

  it('« aucune image » makes 16, 17 and 18 « sans objet », in one step; unticked, what was there comes back', () => {
    const rating = new Rating(pematP);
    rating.mark('i16', 'no');
    rating.tick('sans-image', true);
    assert.deepEqual(marks(rating, 'i16', 'i17', 'i18'), ['na', 'na', 'na']);
    rating.tick('sans-image', false);
    assert.deepEqual(marks(rating, 'i16', 'i17', 'i18'), ['no', undefined, undefined]);
    rating.undo();
    rating.undo();
    assert.deepEqual(marks(rating, 'i16', 'i17', 'i18'), ['no', undefined, undefined]);
    assert.equal(rating.isTicked('sans-image'), false);
  });

  it('a mark given after the tick stays when it is unticked, and is pointed out until then', () => {
    const rating = new Rating(pematP);
    rating.tick('sans-image', true);
    rating.mark('i17', 'yes');
    assert.deepEqual(
      rating.hints().filter(({kind}) => kind === 'fact-against-mark'),
      [{kind: 'fact-against-mark', fact: 'sans-image', items: ['i17']}],
    );
    rating.tick('sans-image', false);
    assert.deepEqual(marks(rating, 'i16', 'i17', 'i18'), [undefined, 'yes', undefined]);
    assert.deepEqual(rating.hints(), []);
  });

  it('« sans objet » without what makes it so is pointed out, and left as it is', () => {
    const rating = new Rating(pematP);
    rating.mark('i8', 'na');
    assert.deepEqual(rating.hints(), [{kind: 'mark-without-fact', fact: 'court', items: ['i8']}]);
    rating.tick('court', true);
    assert.deepEqual(rating.hints(), []);
  });

  it('marks that rarely go together are said once, about all their items', () => {
    const rating = new Rating(pematP);
    rating.tick('sans-image', true);
    rating.mark('i16', 'yes');
    const advice = rating.hints().filter((hint) => hint.kind === 'advice');
    assert.equal(advice.length, 1);
    assert.deepEqual([...(advice[0]?.items ?? [])].sort(), ['i16', 'i17', 'i18']);
    rating.mark('i20', 'no');
    rating.mark('i21', 'yes');
    rating.mark('i22', 'yes');
    assert.equal(rating.hints().filter(({kind}) => kind === 'advice').length, 2);
  });

  it('letters of a remark are one step of undo; an empty one goes; one that is too long is not taken', () => {
    const rating = new Rating(pematP);
    rating.note('i4', {text: 'S'});
    rating.note('i4', {text: 'Sigle'});
    rating.note('i4', {text: 'x'.repeat(501)});
    assert.deepEqual(rating.noteOf('i4'), {text: 'Sigle'});
    rating.undo();
    assert.equal(rating.noteOf('i4'), undefined);
    rating.redo();
    rating.note('i4', {text: ' '});
    assert.deepEqual(rating.rated.notes, {});
  });

  it('a pin stays without words, and each of its moves is a step of undo', () => {
    const rating = new Rating(pematP);
    rating.note('i4', {text: '', at: {page: 1, x: 0.2, y: 0.5}});
    rating.note('i4', {text: '', at: {page: 2, x: 0.3, y: 0.5}});
    rating.note('i4', {text: 'Sigle', at: {page: 2, x: 0.3, y: 0.5}});
    rating.undo();
    rating.undo();
    assert.deepEqual(rating.noteOf('i4'), {text: '', at: {page: 1, x: 0.2, y: 0.5}});
    const of = {dossier: 'd1', document: 'flyer', documentVersion: '2', rater: 'r-7f', round: 'own'} as const;
    const {rating: sent} = parsePayload(composeRating(rating, of, {lang: 'fr', mode: 'web'}));
    assert.deepEqual(sent?.notes, {i4: {text: '', at: {page: 1, x: 0.2, y: 0.5}}});
    rating.note('i4', {text: ''});
    assert.equal(rating.noteOf('i4'), undefined);
  });

  it('all is cleared in one step that can be undone', () => {
    const rating = new Rating(pematP, {marks: {i1: 'yes'}});
    rating.clear();
    assert.deepEqual(rating.rated.marks, {});
    rating.undo();
    assert.deepEqual(rating.rated.marks, {i1: 'yes'});
  });

  it('what is sent is a valid payload, in the order of the grid, and names no one', () => {
    const rating = new Rating(pematP);
    rating.mark('i20', 'yes');
    rating.mark('i1', 'no');
    rating.tick('court', true);
    rating.note('i1', {text: ' Titre vague '});
    const of = {dossier: 'd1', document: 'flyer', documentVersion: '2', rater: 'r-7f', raterLabel: 'relectrice 2', round: 'own'} as const;
    const payload = composeRating(rating, of, {lang: 'fr', mode: 'web'});
    assert.deepEqual(parsePayload(JSON.parse(JSON.stringify(payload))), {
      answers: {i1: 'no', i8: 'na', i9: 'na', i11: 'na', i20: 'yes'},
      lang: 'fr',
      mode: 'web',
      rating: {...of, facts: ['court'], notes: {i1: {text: 'Titre vague'}}},
    });
    assert.deepEqual(Object.keys(payload.answers), ['i1', 'i8', 'i9', 'i11', 'i20']);
  });
});
