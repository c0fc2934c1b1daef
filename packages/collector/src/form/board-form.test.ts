import assert from 'node:assert/strict';
import {test} from 'node:test';
import {plateau} from '@ppgp/instruments';
import {desk, fieldsIn, said, squeezed} from './form.kit.js';

const shared = {settings: {share: 'themes'}} as const;

test('a board that is shared is a form: each theme a box, under the name of its set, and what is for today', async (t) => {
  const {get} = await desk(t, plateau, shared);
  const html = await (await get()).text();
  const boxes = [...html.matchAll(/<input\s+type="checkbox"\s+name="chosen"\s+value="([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    boxes.sort(),
    plateau.themes
      .filter(({sensitive}) => sensitive !== true)
      .map(({id}) => id)
      .sort(),
  );
  const text = squeezed(html);
  for (const {label, id} of plateau.sets)
    assert.equal(text.includes(`<legend>${squeezed(label as string)}</legend>`), id !== 'sensible', id);
  assert.equal([...html.matchAll(/<select class="field" id="field:today/g)].length, plateau.todayMax);
  assert.match(await said(await get()), /Les sujets difficiles à dire ne sont pas sur cette page\./);
});

test('what is ticked is stored as the board itself would send it', async (t) => {
  const {send, stored} = await desk(t, plateau, shared);
  const [first, second] = plateau.themes.filter(({sensitive, role}) => sensitive !== true && role === undefined).map(({id}) => id);
  assert.ok(first && second);
  const response = await send({chosen: [second, first]}, '?source=affiche');
  assert.equal(response.status, 303);
  assert.deepEqual(await stored(), [{answers: {chosen: [first, second], today: [first, second]}, lang: 'fr', mode: 'web'}]);
});

test('a theme for today is a chosen one, in the order it was given; with more than there is time for, the rest waits', async (t) => {
  const {send, stored} = await desk(t, plateau, shared);
  const [a, b, c, d, e] = plateau.themes.filter(({sensitive, role}) => sensitive !== true && role === undefined).map(({id}) => id);
  assert.ok(a && b && c && d && e);
  await send({chosen: [a, b, c, d], 'today.1': e, 'today.2': b});
  await send({chosen: [a, b, c, d]});
  assert.deepEqual(
    (await stored()).map(({answers}) => answers),
    [
      {chosen: [a, b, c, d, e], today: [e, b]},
      {chosen: [a, b, c, d], today: []},
    ],
  );
});

test('sensitive themes are there, and stored, only where the campaign shares all', async (t) => {
  const hard = plateau.themes.find(({sensitive}) => sensitive === true)?.id ?? '';
  const some = await desk(t, plateau, shared);
  const forged = await some.send({chosen: [hard]});
  assert.equal(forged.status, 422);
  assert.deepEqual(await some.stored(), []);
  const all = await desk(t, plateau, {settings: {share: 'all'}});
  assert.equal((await all.send({chosen: [hard]})).status, 303);
  assert.deepEqual((await all.stored())[0]?.answers, {chosen: [hard], today: [hard]});
});

test('without any theme it comes back; « tout va bien » beside another theme comes back with both ticked', async (t) => {
  const {send, stored} = await desk(t, plateau, shared);
  const empty = await send();
  assert.equal(empty.status, 422);
  const fine = plateau.themes.find(({role}) => role === 'exclusive')?.id ?? '';
  const other = plateau.themes.find(({role, sensitive}) => role === undefined && sensitive !== true)?.id ?? '';
  const mixed = await send({chosen: [fine, other]});
  assert.equal(mixed.status, 422);
  assert.deepEqual(
    fieldsIn(await mixed.text())
      .getAll('chosen')
      .sort(),
    [fine, other].sort(),
  );
  assert.equal((await send({chosen: [fine]})).status, 303);
  assert.deepEqual(
    (await stored()).map(({answers}) => answers),
    [{chosen: [fine], today: []}],
  );
});
