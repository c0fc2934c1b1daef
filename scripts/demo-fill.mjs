// @ts-check
/**
 * `npm run demo:fill -- --families 23 [--campaign tarn-flyer] [--url http://…] [--seed 1]`: as many varied families answer a campaign
 * through the real endpoint, in batches, as a device would. Without --url it asks the collector that runs on PPGP_DATA.
 * A failure is an answer that the collector did not prove to have stored.
 */
import {spawnSync} from 'node:child_process';
import {createHash, randomUUID} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = spawnSync(process.execPath, [`${root}scripts/build.mjs`], {stdio: ['ignore', 2, 2]});
if (built.status !== 0) process.exit(1);

const {PROTOCOL, LIMITS, proves, readReceipt} = await import('@ppgp/protocol');
const {instrument} = await import('@ppgp/instruments');
const {settle} = await import('@ppgp/schema');
const {Session, composePayload, dayInParis} = await import('@ppgp/session');

const {values} = parseArgs({
  options: {
    families: {type: 'string', default: '23'},
    campaign: {type: 'string', default: 'tarn-flyer'},
    url: {type: 'string'},
    seed: {type: 'string', default: '1'},
  },
});
const families = Number(values.families);
if (!Number.isInteger(families) || families < 1 || families > 1_000_000) stop('--families takes a whole number from 1 to 1000000.');

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function runningUrl() {
  const file = `${process.env.PPGP_DATA || './data'}/run.json`;
  if (!existsSync(file)) stop('No collector is running here: start one with "npm start", or name it with --url.');
  return JSON.parse(readFileSync(file, 'utf8')).url;
}

/** A small generator of numbers in 0…1 (mulberry32): the same seed makes the same families. @param {number} seed */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const next = numbers(Number(values.seed));

/** Earlier choices are likelier, so that the figures have a shape. @template T @param {readonly T[]} list @returns {T} */
const pick = (list) => /** @type {T} */ (list[Math.floor(next() ** 1.6 * list.length)]);

const SENTENCES = [
  'Écrire plus gros.',
  'Mettre le numéro en premier.',
  'Une seule lettre suffirait.',
  'J’aime bien les dessins.',
  'Traduire le flyer.',
];

/** One family answers what it is asked, and sometimes passes. @param {import('@ppgp/schema').Questionnaire} questionnaire */
function answerAll(questionnaire) {
  const territories = questionnaire.territories ?? [];
  const session = new Session(questionnaire, {mode: 'web', territory: next() < 0.8 ? pick(territories)?.id : undefined});
  for (const {id, type, required} of questionnaire.questions) {
    const asked = session.find(id);
    if (asked === undefined || (required !== true && next() < 0.1)) continue;
    const codes = asked.choices.map((choice) => choice.id);
    if (type === 'matrix') for (const row of asked.rows) session.answerRow(id, row.id, pick(codes));
    else if (type === 'single' || type === 'scale') session.answer(id, pick(codes));
    else if (type === 'multiple') {
      const chosen = codes.filter((code) => asked.choices.find((choice) => choice.id === code)?.role !== 'exclusive' && next() < 0.35);
      session.answer(id, chosen.length > 0 ? chosen : [pick(codes)]);
    } else if (type === 'text' && next() < 0.3) session.answer(id, pick(SENTENCES));
  }
  return JSON.stringify(composePayload(session, {lang: 'fr'}));
}

const base = values.url ?? runningUrl();
const reply = await fetch(`${base}/v1/campaigns/${values.campaign}`);
if (!reply.ok) stop(`The collector does not know the campaign "${values.campaign}" (${reply.status}).`);
/** @type {import('@ppgp/schema').Campaign} */
const campaign = await reply.json();
const definition = 'instrument' in campaign.definition ? instrument(campaign.definition.instrument) : campaign.definition;
if (definition?.kind !== 'questionnaire') stop(`"${values.campaign}" is not a questionnaire.`);
const questionnaire = settle(definition, campaign);

let sent = 0;
while (sent < families) {
  const items = Array.from({length: Math.min(LIMITS.batchItems, families - sent)}, () => {
    const payload = answerAll(questionnaire);
    const hash = `sha256-${createHash('sha256').update(payload).digest('base64url')}`;
    return {
      id: randomUUID(),
      campaign: campaign.id,
      version: questionnaire.version,
      day: dayInParis(Date.now()),
      hash,
      kind: 'plain',
      payload,
    };
  });
  const response = await fetch(`${base}/v1/answers`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({protocol: PROTOCOL, items}),
  });
  const results = readReceipt(await response.json());
  const unproven = items.filter((item) => !proves(results?.get(item.id), item));
  if (unproven.length > 0) stop(`${unproven.length} answers were not stored: ${JSON.stringify(results?.get(unproven[0]?.id ?? ''))}`);
  sent += items.length;
}
console.log(`${sent} families answered ${campaign.id}.`);
