import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Ledger} from './ledger.js';

const clean = {answers: 1, lost: 0, duplicated: 0, altered: 0, falselySaved: 0};

function ledgerWith(...hashes: string[]): Ledger {
  const ledger = new Ledger();
  for (const hash of hashes) ledger.give({id: 'a', hash});
  return ledger;
}

test('what was acknowledged and is there once, as it was sent, is clean; so is what was only sent', () => {
  const ledger = ledgerWith('1', '2');
  ledger.acknowledge('a', '1', true);
  ledger.acknowledge('a', '1', false);
  ledger.conflict('a');
  assert.deepEqual(ledger.judge([{id: 'a', hash: '1'}]), clean);
  assert.deepEqual(ledgerWith('1').judge([]), clean);
  assert.deepEqual(ledgerWith('1').judge([{id: 'a', hash: '1'}]), clean);
});

test('acknowledged and absent is lost; there twice is duplicated; other bytes are altered', () => {
  const ledger = ledgerWith('1', '2');
  ledger.acknowledge('a', '1', true);
  assert.deepEqual(ledger.judge([]), {...clean, lost: 1});
  assert.deepEqual(
    ledger.judge([
      {id: 'a', hash: '1'},
      {id: 'a', hash: '1'},
    ]),
    {...clean, duplicated: 1},
  );
  assert.deepEqual(ledger.judge([{id: 'a', hash: '2'}]), {...clean, altered: 1});
  assert.deepEqual(ledgerWith('1').judge([{id: 'b', hash: '1'}]), {...clean, altered: 1});
});

test('stored said twice, a conflict with nothing, and two contents called safe are noticed', () => {
  const twice = ledgerWith('1');
  twice.acknowledge('a', '1', true);
  twice.acknowledge('a', '1', true);
  assert.deepEqual(twice.judge([{id: 'a', hash: '1'}]), {...clean, duplicated: 1});
  const alone = ledgerWith('1');
  alone.conflict('a');
  assert.deepEqual(alone.judge([]), {...clean, altered: 1});
  const both = ledgerWith('1', '2');
  both.acknowledge('a', '1', true);
  both.acknowledge('a', '2', false);
  assert.deepEqual(both.judge([{id: 'a', hash: '1'}]), {...clean, altered: 1, falselySaved: 1});
  const never = ledgerWith('1');
  never.acknowledge('a', '3', true);
  assert.deepEqual(never.judge([]), {...clean, falselySaved: 1});
});
