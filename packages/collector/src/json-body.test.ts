import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LIMITS, type Problem} from '@ppgp/protocol';
import {readJson} from './json-body.js';
import {isDeeperThan} from './json-depth.js';
import {Refusal} from './refusal.js';

const JSON_HEADERS = {'Content-Type': 'application/json'};

function request(body: BodyInit | undefined, headers: Record<string, string> = JSON_HEADERS): Request {
  return new Request('http://collector.example/', {method: 'POST', headers, ...(body === undefined ? {} : {body, duplex: 'half'})});
}

async function refused(body: BodyInit | undefined, headers?: Record<string, string>): Promise<Problem> {
  const error = await readJson(request(body, headers)).then(
    () => assert.fail('it was read'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Refusal);
  return error.problem;
}

const codeOf = ({type, status}: Problem): string => `${status} ${type.split(':').at(-1)}`;

/** A body that comes in pieces, and tells how many were asked for. */
function pieces(piece: Uint8Array, count: number): {body: ReadableStream<Uint8Array>; taken: () => number} {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken === count) controller.close();
        else controller.enqueue(piece);
        taken += 1;
      },
    },
    {highWaterMark: 0},
  );
  return {body, taken: () => taken};
}

test('a JSON body is read, whatever is said of its charset', async () => {
  assert.deepEqual(await readJson(request('{"é":[1]}')), {é: [1]});
  assert.deepEqual(await readJson(request('1', {'Content-Type': 'Application/JSON; charset=utf-8'})), 1);
  assert.deepEqual(await readJson(request('1', {...JSON_HEADERS, 'Content-Encoding': 'identity'})), 1);
});

test('a character cut between two pieces is whole again', async () => {
  const bytes = new TextEncoder().encode('"é"');
  const {body} = {body: new Blob([bytes.slice(0, 2), bytes.slice(2)]).stream()};
  assert.equal(await readJson(request(body)), 'é');
});

test('the largest body is read, one byte more is refused', async () => {
  const largest = `"${'x'.repeat(LIMITS.serverBytes - 2)}"`;
  assert.equal(((await readJson(request(largest))) as string).length, LIMITS.serverBytes - 2);
  const problem = await refused(`${largest} `);
  assert.equal(codeOf(problem), '413 too-large');
  assert.equal(problem.maxBytes, LIMITS.serverBytes);
});

test('a body of undeclared length is refused as soon as it is too large, not at its end', async () => {
  const {body, taken} = pieces(new Uint8Array(64 * 1024).fill(0x20), 1000);
  assert.equal(codeOf(await refused(body)), '413 too-large');
  assert.equal(taken(), LIMITS.serverBytes / (64 * 1024) + 1);
});

test('a length that lies is not believed', async () => {
  const {body} = pieces(new Uint8Array(64 * 1024).fill(0x20), 1000);
  assert.equal(codeOf(await refused(body, {...JSON_HEADERS, 'Content-Length': '10'})), '413 too-large');
});

test('a declared length that is too large is refused before anything is read', async () => {
  const {body, taken} = pieces(new Uint8Array(1), 10);
  assert.equal(codeOf(await refused(body, {...JSON_HEADERS, 'Content-Length': String(LIMITS.serverBytes + 1)})), '413 too-large');
  assert.equal(taken(), 0);
});

test('a body that breaks off is worth sending again', async () => {
  const body = new ReadableStream({pull: (controller) => controller.error(new Error('reset'))});
  const problem = await refused(body);
  assert.equal(codeOf(problem), '503 unavailable');
  assert.equal(problem.retryAfter, 1);
});

test('what is not JSON is a 400', async () => {
  for (const body of ['', '{', '<!doctype html>', '{"a":1}{', "{'a':1}"]) assert.equal(codeOf(await refused(body)), '400 not-json');
  assert.equal(codeOf(await refused(undefined)), '400 not-json');
});

test('another media type or an encoding is a 415', async () => {
  for (const type of ['text/plain', 'application/jsonp', 'application/x-www-form-urlencoded', '']) {
    assert.equal(codeOf(await refused('{}', {'Content-Type': type})), '415 unsupported-media-type');
  }
  for (const encoding of ['gzip', 'identity, gzip', 'br']) {
    assert.equal(codeOf(await refused('{}', {...JSON_HEADERS, 'Content-Encoding': encoding})), '415 unsupported-media-type');
  }
});

test('16 levels are read, 17 are refused before they are parsed', async () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  await readJson(request(nested(LIMITS.jsonDepth)));
  assert.equal(codeOf(await refused(nested(LIMITS.jsonDepth + 1))), '422 too-deep');
  assert.equal(codeOf(await refused('['.repeat(500_000))), '422 too-deep');
});

test('depth counts lists and objects, not what stands in a text', () => {
  assert.ok(isDeeperThan('{"a":[{}]}', 2));
  assert.ok(!isDeeperThan('{"a":[{}]}', 3));
  assert.ok(!isDeeperThan('[[],[],[]]', 2));
  assert.ok(!isDeeperThan(JSON.stringify(['[[[[', '\\', '"[[', '\\"{{']), 1));
  assert.ok(isDeeperThan('["\\\\",[[]]]', 2));
});
