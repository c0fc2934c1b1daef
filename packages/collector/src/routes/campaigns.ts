import type {Campaign} from '@ppgp/schema';
import type {Handler} from 'hono';
import type {Access} from '../access.js';
import type {LifecycleStep} from '../campaign-state.js';
import type {Dependencies} from '../dependencies.js';
import {readJson} from '../json-body.js';
import {moveCampaign} from '../lifecycle.js';
import {Refusal} from '../refusal.js';
import {planCampaign, registerCampaign} from '../registration.js';

const versionChanged = (version: string): Refusal =>
  new Refusal('version-changed', {detail: `Version "${version}" was registered with another definition: give this one a new version.`});

/** A query that says yes: `?dry-run`, `?dry-run=1`, `?dry-run=true`. */
const isAsked = (value: string | undefined): boolean => value !== undefined && value !== '0' && value !== 'false';

/** `PUT /v1/campaigns/{id}`: registers a campaign; its own admin may create it. With `?dry-run=1` it only says what would change. */
export const putCampaign =
  ({store, clock}: Dependencies, access: Access): Handler =>
  async (context) => {
    const id = context.req.param('id') ?? '';
    const isDry = isAsked(context.req.query('dry-run'));
    await access.require(context, id, 'admin', isDry ? 'campaign-dry-run' : 'campaign-put');
    const value = await readJson(context.req.raw);
    const outcome = isDry ? await planCampaign(store, value, id) : await registerCampaign(store, value, {today: clock.today(), id});
    if (outcome.status === 'invalid') throw new Refusal('invalid', {errors: [...outcome.faults]});
    if (outcome.status === 'version-changed') throw versionChanged(outcome.version);
    if (outcome.changes !== undefined) return context.json({dryRun: true, status: outcome.status, changes: outcome.changes});
    return context.json(outcome.campaign, outcome.status === 'created' ? 201 : 200);
  };

/** `POST /v1/campaigns/{id}/open`, `/close`, `/archive`. */
export const moveTo =
  ({store, clock}: Dependencies, access: Access, step: LifecycleStep): Handler =>
  async (context) => {
    const id = context.req.param('id') ?? '';
    await access.require(context, id, 'admin', `campaign-${step}`);
    const moved = await moveCampaign(store, id, step, clock.today());
    if (moved === undefined) throw new Refusal('unknown-campaign');
    return context.json(moved);
  };

/** What pages may know of a campaign. */
function publicPart(campaign: Campaign): Campaign {
  const {k: _k, publish: _publish, keepDays: _keepDays, expected: _expected, ...rest} = campaign;
  return rest;
}

/** `GET /v1/campaigns/{id}`: its public part to anyone, the whole to its admin; `?version=` with an earlier definition. */
export const getCampaign =
  ({store}: Dependencies, access: Access): Handler =>
  async (context) => {
    const id = context.req.param('id') ?? '';
    const role = context.req.header('Authorization') === undefined ? undefined : (await access.grant(context, id)).role;
    const registered = await store.campaign(id);
    if (registered === undefined) throw new Refusal('unknown-campaign');
    const campaign = role === 'admin' ? registered.campaign : publicPart(registered.campaign);
    const version = context.req.query('version');
    if (version === undefined) return context.json(campaign);
    const definition = (await store.definitions(id)).find((one) => one.version === version);
    if (definition === undefined) throw new Refusal('not-found', {detail: `The campaign has no version "${version.slice(0, 64)}".`});
    return context.json({...campaign, definition});
  };
