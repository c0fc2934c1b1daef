import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, beforeEach, describe, it} from 'node:test';
import {mark, numberIn, payloadOf} from './given-answer.js';
import {judgeRows, Record} from './record.js';
import type {StoredRow} from './store-reader.js';
import {Looks, outcomeOf} from './tally.js';

const RUN = 7;
const folder = mkdtempSync(join(tmpdir(), 'ppgp-record-'));
const where = {visit: 1, tab: 0};
const row = (k: number, payload = payloadOf(RUN, k)): StoredRow => ({row: k, id: `id-${k}`, payload});

describe('the judge of a run', () => {
  let record: Record;
  let stored: StoredRow[];
  let looks: Looks;
  const look = (kept: number[] | undefined, counted: number | undefined): Promise<void> => looks.judge([...record.saved], {kept, counted});
  const outcome = (): ReturnType<typeof outcomeOf> =>
    outcomeOf({record, looks, verdict: judgeRows(stored, RUN, record), faults: 0, readable: 0});

  after(() => rmSync(folder, {recursive: true, force: true}));
  beforeEach(() => {
    record = new Record(join(folder, 'record.jsonl'));
    stored = [];
    looks = new Looks(
      {rows: () => Promise.resolve(stored), close: () => undefined},
      record.excused,
      (rows) => judgeRows(rows, RUN, record).stored,
    );
    for (const k of [1, 2, 3]) record.add({...where, type: 'about', k, id: `id-${k}`});
    for (const k of [1, 2]) record.add({...where, type: 'saved', k, id: `id-${k}`});
  });

  it('knows every answer byte for byte, and by its mark', () => {
    assert.equal(payloadOf(RUN, 12), payloadOf(RUN, 12));
    assert.notEqual(payloadOf(RUN, 12), payloadOf(RUN, 13));
    assert.equal(numberIn(JSON.stringify({payload: payloadOf(RUN, 12)}), RUN), 12);
    assert.equal(numberIn(mark(RUN + 1, 12), RUN), undefined);
  });

  it('finds nothing where each saved answer is in the store or on the device', async () => {
    stored = [row(1)];
    await look([2, 3], 2);
    assert.deepEqual(outcome(), {
      ...{answers: 2, faults: 0, lost: 0, duplicated: 0, altered: 0, invisible: 0, falselySaved: 0, readable: 0},
    });
    assert.match(readFileSync(join(folder, 'record.jsonl'), 'utf8'), /"type":"saved","k":2/);
  });

  it('lost, and falsely saved: called saved, and nowhere', async () => {
    stored = [row(1)];
    await look([], 0);
    assert.equal(outcome().lost, 1);
    assert.equal(outcome().falselySaved, 1);
  });

  it('what a later look finds was only overlooked', async () => {
    stored = [row(1)];
    await look([], 2);
    await look([2], 1);
    assert.equal(outcome().falselySaved, 0);
  });

  it('invisible: on the device and not counted', async () => {
    await look([1, 2], 1);
    assert.equal(outcome().invisible, 1);
  });

  it('what could not be read or counted proves nothing', async () => {
    await look(undefined, undefined);
    assert.deepEqual([outcome().invisible, outcome().falselySaved], [0, 0]);
  });

  it('duplicated: two rows of one answer, whatever their ids', () => {
    stored = [row(1), {...row(1), row: 9, id: 'another'}, row(2)];
    assert.equal(outcome().duplicated, 1);
  });

  it('altered: other bytes, or an answer that nobody gave', () => {
    stored = [row(1, payloadOf(RUN, 1).replace('}', ' }')), row(2), row(50), {row: 51, id: 'x', payload: '{}'}];
    assert.equal(outcome().altered, 3);
  });

  it('falsely sent: called or shown as sent, and not in the store', async () => {
    record.add({...where, type: 'sent', id: 'id-1'});
    record.add({...where, type: 'shown', k: 2, as: 'sent'});
    stored = [row(2)];
    await look([1], 1);
    assert.deepEqual([outcome().lost, outcome().falselySaved], [0, 1]);
  });

  it('what the tag shows as saved counts as promised', async () => {
    record.add({...where, type: 'shown', k: 3, as: 'saved'});
    stored = [row(1), row(2)];
    await look([], 0);
    assert.equal(outcome().lost, 1);
  });
});
