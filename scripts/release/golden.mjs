// @ts-check
/**
 * `npm run release:golden`: writes what this version stores and sends into `packages/testing/golden/<version>/`, one file per format,
 * the same bytes each time. Every later build must read them.
 *
 * A failure means that the folder is there with other bytes: the format changed and the version did not. If that version was never
 * published, remove the folder and write it anew; otherwise it stays for ever, and the change needs a version of its own.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {settle} from '@ppgp/schema';
import {Session, composePayload, readPayload} from '@ppgp/session';
import {version} from '../build/stamp.mjs';
import {openCollector} from './golden-collector.mjs';
import {deviceFiles, hashOf, idOf} from './golden-device.mjs';
import {board, campaign, campaignOfInstrument, grid, overlay, people, questionnaire} from './samples.mjs';

const folder = fileURLToPath(new URL(`../../packages/testing/golden/${version()}`, import.meta.url));
const files = await goldenFiles();
const there = existsSync(folder) ? readdirSync(folder) : [];
const other = there.filter((name) => !files[name]?.equals(readFileSync(`${folder}/${name}`)));
const missing = Object.keys(files).filter((name) => !there.includes(name));
if (there.length > 0 && other.length + missing.length > 0) {
  console.error(`The golden files of ${version()} would change (${[...other, ...missing].join(', ')}): docs/releasing.md says what to do.`);
  process.exitCode = 1;
} else {
  mkdirSync(folder, {recursive: true});
  for (const [name, bytes] of Object.entries(files)) writeFileSync(`${folder}/${name}`, bytes);
  console.log(`golden: ${Object.keys(files).length} files of ${version()} ${there.length > 0 ? 'are as they were' : 'written'}`);
}

/** @returns {Promise<Record<string, Buffer>>} by name */
async function goldenFiles() {
  const {definition} = campaign;
  if (!('kind' in definition) || definition.kind !== 'questionnaire') throw new Error('The sample campaign holds a questionnaire.');
  const asked = settle(definition, campaign);
  const payloads = people.map(({situation, lang, answers, other, salt}) => {
    const session = new Session(asked, situation);
    for (const [id, answer] of Object.entries(answers)) session.answer(id, answer);
    for (const [id, words] of Object.entries(other)) session.writeOther(id, words);
    return JSON.stringify(composePayload(session, {lang, salt}));
  });
  const collector = await openCollector(campaign, definition);
  const {drafts, records, requests} = await deviceFiles({campaign: campaign.id, version: asked.version, payloads}, collector.post);
  for (const body of [sealed(asked.version), troubled(asked.version, payloads)]) requests.push({body, reply: await collector.post(body)});

  /** @type {Record<string, Buffer>} */
  const made = {};
  /** @param {string} name @param {unknown} value */
  const json = (name, value) => (made[`${name}.json`] = Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
  for (const [name, value] of Object.entries({questionnaire, grid, board, campaign, overlay})) json(name, value);
  json('campaign-of-instrument', campaignOfInstrument);
  json('campaign-public', JSON.parse(await collector.campaign()));
  json('parcels', records);
  json('drafts', drafts);
  const read = payloads.map((payload) => ({payload, reading: readPayload(asked, JSON.parse(payload))}));
  json('payloads', read);
  for (const [index, {body, reply}] of requests.entries()) {
    // Exactly as on the wire.
    made[`batch-${index + 1}.json`] = Buffer.from(body);
    made[`receipt-${index + 1}.json`] = Buffer.from(reply);
  }
  json('results', JSON.parse(await collector.results()));
  made['answers.db'] = await collector.file();
  return made;
}

/** @param {object[]} items */
function batch(items) {
  return JSON.stringify({protocol: 'reponses/1', sentAt: '2026-11-21T10:00:00.000Z', client: {lib: 'golden'}, items});
}

/** A sealed answer: no key opens it, and nobody on its way needs one. @param {string} ofVersion */
function sealed(ofVersion) {
  const bytes = Uint8Array.from({length: 256}, (_, index) => index);
  const payload = Buffer.from(bytes).toString('base64url');
  const item = {id: idOf(10), campaign: campaign.id, version: ofVersion, day: '2026-11-21', hash: hashOf(bytes)};
  return batch([{...item, kind: 'sealed', keyId: '2026-10', enc: Buffer.from(bytes.slice(0, 65)).toString('base64url'), payload}]);
}

/** One answer for each thing that a collector may say. @param {string} ofVersion @param {string[]} payloads */
function troubled(ofVersion, [first = '', second = '']) {
  const plain = {campaign: campaign.id, version: ofVersion, day: '2026-11-21', hash: hashOf(first), kind: 'plain', payload: first};
  return batch([
    {...plain, id: idOf(1)},
    {...plain, id: idOf(1).replace('0', '1'), campaign: 'inconnue'},
    {...plain, id: idOf(11), hash: hashOf(second)},
    {...plain, id: idOf(12), day: 'hier'},
    {...plain, id: idOf(3)},
    {...plain, id: idOf(13), version: '0', payload: '{}', hash: hashOf('{}')},
  ]);
}
