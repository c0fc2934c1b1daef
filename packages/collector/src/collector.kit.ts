// What the tests of the collector share: a store in a folder of its own, the app on it, items as a device makes them.
import {createHash, randomBytes, randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {PROTOCOL, type PlainItem, type Problem, type Receipt, type Result} from '@ppgp/protocol';
import type {Campaign, Payload, Questionnaire, Results} from '@ppgp/schema';
import type {Hono} from 'hono';
import {createApp} from './app.js';
import type {Dependencies} from './dependencies.js';
import type {AnswerStore, Role} from './store/answer-store.js';
import type {SqliteDriver} from './store/sqlite-driver.js';
import {openSqliteStore} from './store/sqlite-store.js';
import {hashToken, mintToken} from './tokens.js';

export const TODAY = '2026-11-21';
export const ORIGIN = 'https://www.departement.example';

/** A folder that goes when the test ends. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ppgp-collector-'));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** A store that is closed when the test ends. */
export async function openStore(t: TestContext, {folder = temporaryFolder(t), driver}: {folder?: string; driver?: SqliteDriver} = {}) {
  const store = await openSqliteStore(folder, driver === undefined ? {} : {driver});
  t.after(() => store.close());
  return store;
}

export function appOn(store: AnswerStore, dependencies: Partial<Dependencies> = {}): Hono {
  return createApp({store, clock: {today: () => TODAY}, random: randomBytes, origins: [ORIGIN], ...dependencies});
}

export async function tokenFor(store: AnswerStore, campaign: string, role: Role): Promise<string> {
  const token = mintToken(randomBytes);
  await store.addToken(hashToken(token), {campaign, role, label: role, day: TODAY});
  return token;
}

/** A small questionnaire in the manner of the flyer's: what was received, what it is worth, who answers. */
export const definition: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'avis',
  version: '1',
  title: 'Votre avis',
  territories: [
    {id: 'albi', label: 'Albi'},
    {id: 'castres', label: 'Castres'},
  ],
  materials: [
    {id: 'lettre', label: 'La lettre', alt: 'Une lettre'},
    {id: 'flyer', label: 'Le flyer', alt: 'Un flyer'},
  ],
  questions: [
    {
      id: 'recu',
      type: 'matrix',
      label: 'L’avez-vous reçu ?',
      rows: {from: 'materials'},
      choices: [
        {id: 'oui', label: 'Oui', favourable: true},
        {id: 'non', label: 'Non'},
      ],
    },
    {id: 'clair', type: 'scale', label: 'Est-ce clair ?', required: true, choices: 'faces3'},
    {
      id: 'sujets',
      type: 'multiple',
      label: 'Quels sujets ?',
      choices: [
        {id: 'sommeil', label: 'Le sommeil'},
        {id: 'aide', label: 'L’aide'},
      ],
    },
    {id: 'mot', type: 'text', label: 'Un mot ?', max: 200},
  ],
};

export const campaign: Campaign = {format: 'ppgp-campaign/1', id: 'tarn-avis', definition, k: {public: 11, team: 5}, expected: 40};

/** The same questions as another version. */
export const versioned = (version: string): Questionnaire => ({...definition, version});

export async function register(store: AnswerStore, one: Campaign = campaign): Promise<void> {
  await store.register(one, one.definition as Questionnaire, TODAY);
}

export const answered = (members: Partial<Payload> = {}): string =>
  JSON.stringify({answers: {clair: 'bien', recu: {lettre: 'oui', flyer: 'non'}}, lang: 'fr', mode: 'web', ...members});

export const hashOf = (payload: string | Uint8Array): string => `sha256-${createHash('sha256').update(payload).digest('base64url')}`;

export const plainItem = (members: Partial<PlainItem> = {}): PlainItem => {
  const payload = members.payload ?? answered();
  return {id: randomUUID(), campaign: campaign.id, version: '1', day: TODAY, kind: 'plain', payload, hash: hashOf(payload), ...members};
};

interface Asked {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One request to the app; a body that is not a text is sent as JSON. */
export function ask(app: Hono, method: string, path: string, {token, body, headers}: Asked = {}): Promise<Response> {
  return Promise.resolve(
    app.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
        ...(token === undefined ? {} : {Authorization: `Bearer ${token}`}),
        ...headers,
      },
      ...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    }),
  );
}

export const batchOf = (items: readonly unknown[]): object => ({protocol: PROTOCOL, sentAt: '2026-11-21T10:00:00Z', items});

export async function post(app: Hono, items: readonly unknown[]): Promise<Result[]> {
  const response = await ask(app, 'POST', '/v1/answers', {body: batchOf(items)});
  return ((await response.json()) as Receipt).results;
}

export const problemOf = async (response: Response): Promise<Problem> => (await response.json()) as Problem;
export const codeOf = async (response: Response): Promise<string> => (await problemOf(response)).type.replace('urn:ppgp:problem:', '');

export async function resultsOf(app: Hono, token: string, query = '', id: string = campaign.id): Promise<Results> {
  return (await (await ask(app, 'GET', `/v1/campaigns/${id}/results${query}`, {token})).json()) as Results;
}
