// What the tests of the plain form share: a campaign on an app, its pages, and the form in a page as a browser would send it.
import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {Campaign, Definition, Payload, Question, Questionnaire} from '@ppgp/schema';
import {Hono} from 'hono';
import type {Dependencies} from '../dependencies.js';
import {ANSWERS_RATE, Limiter, type Rate} from '../limiter.js';
import type {AnswerStore} from '../store/answer-store.js';
import {openSqliteStore} from '../store/sqlite-store.js';
import {plainForm} from './plain-form.js';

export const ID = 'essai';
export const TODAY = '2026-11-21';

export const asking = (questions: readonly object[], more: object = {}): Questionnaire => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Un essai',
  questions: questions as Question[],
  ...more,
});

const ENTITIES: Record<string, string> = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'"};
const decode = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
};

/** The fields that a browser would send of a page's form, as it stands. */
export function fieldsIn(html: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag, kind] of html.matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name === undefined) continue;
    const rest = html.slice(html.indexOf(tag) + tag.length);
    if (kind === 'textarea') fields.append(name, decode(rest.slice(0, rest.indexOf('</textarea>')).replace(/^\n/, '')));
    else if (kind === 'select') {
      const options = [...rest.slice(0, rest.indexOf('</select>')).matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => /\sselected\b/.test(option)) ?? options[0] ?? '';
      fields.append(name, attribute(chosen, 'value') ?? '');
    } else if (!/type="(radio|checkbox)"/.test(tag) || /\schecked\b/.test(tag)) fields.append(name, attribute(tag, 'value') ?? '');
  }
  return fields;
}

/** A campaign's plain form, and those who use it. */
export interface Desk {
  app: Hono;
  store: AnswerStore;
  get(query?: string): Promise<Response>;
  /** Opens the form and sends it with these fields filled in. */
  send(filled?: Readonly<Record<string, string | readonly string[]>>, query?: string): Promise<Response>;
  post(fields: URLSearchParams): Promise<Response>;
  stored(): Promise<Payload[]>;
}

async function newStore(t: TestContext): Promise<AnswerStore> {
  const folder = mkdtempSync(join(tmpdir(), 'ppgp-form-'));
  const store = await openSqliteStore(folder);
  t.after(async () => {
    await store.close();
    rmSync(folder, {recursive: true, force: true});
  });
  return store;
}

interface DeskOptions {
  /** Of the campaign. */
  settings?: Partial<Campaign>;
  today?: string;
  origins?: readonly string[];
  log?: Dependencies['log'];
  rate?: Rate;
  /** Stands between the form and the store. */
  through?: (store: AnswerStore) => AnswerStore;
}

export async function desk(
  t: TestContext,
  definition: Definition,
  {settings = {}, today = TODAY, origins = [], log, rate = ANSWERS_RATE, through = (store) => store}: DeskOptions = {},
): Promise<Desk> {
  const store = await newStore(t);
  await store.register({format: 'ppgp-campaign/1', id: ID, definition, ...settings}, definition, TODAY);
  const dependencies = {
    store: through(store),
    clock: {today: () => today},
    random: randomBytes,
    origins,
    addressOf: () => '192.0.2.1',
    now: () => 0,
  };
  const form = plainForm({...dependencies, ...(log ? {log} : {})}, new Limiter(rate, dependencies));
  const app = new Hono().route('/f', form);
  const get = async (query = ''): Promise<Response> => app.request(`/f/${ID}${query}`);
  const post = async (fields: URLSearchParams): Promise<Response> =>
    app.request(`/f/${ID}`, {
      method: 'POST',
      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
      body: fields.toString(),
    });
  return {
    app,
    store,
    get,
    post,
    async send(filled = {}, query) {
      const fields = fieldsIn(await (await get(query)).text());
      for (const [name, values] of Object.entries(filled)) {
        fields.delete(name);
        for (const value of [values].flat()) fields.append(name, value);
      }
      return post(fields);
    },
    async stored() {
      const answers = await store.answers(ID, 0, 1000);
      return answers.map(({payload}) => JSON.parse(Buffer.from(payload).toString()) as Payload);
    },
  };
}

/** White space squeezed, the non-breaking ones of French too. */
export const squeezed = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ');

/** The text of a page, without its tags. */
export const said = async (response: Response): Promise<string> => squeezed(decode((await response.text()).replace(/<[^>]*>/g, ' ')));
