import type {Campaign} from '@ppgp/schema';
import type {Handler} from 'hono';
import {grantFor, requireRole} from '../access.js';
import type {Dependencies} from '../dependencies.js';
import {readJson} from '../json-body.js';
import {Refusal} from '../refusal.js';
import {registerCampaign} from '../registration.js';

/** `PUT /v1/campaigns/{id}`: registers a campaign; its own admin may create it. */
export const putCampaign =
  ({store, clock}: Dependencies): Handler =>
  async (context) => {
    const id = context.req.param('id') ?? '';
    await requireRole(store, context.req.raw, id, 'admin');
    const registration = await registerCampaign(store, await readJson(context.req.raw), {today: clock.today(), id});
    switch (registration.status) {
      case 'invalid':
        throw new Refusal('invalid', {errors: [...registration.faults]});
      case 'version-changed':
        throw new Refusal('version-changed', {
          detail: `Version "${registration.version}" was registered with another definition: give this one a new version.`,
        });
      default:
        return context.json(registration.campaign, registration.status === 'created' ? 201 : 200);
    }
  };

/** What pages may know of a campaign. */
function publicPart(campaign: Campaign): Campaign {
  const {k: _k, publish: _publish, keepDays: _keepDays, expected: _expected, ...rest} = campaign;
  return rest;
}

/** `GET /v1/campaigns/{id}`: its public part to anyone, the whole to its admin. */
export const getCampaign =
  ({store}: Dependencies): Handler =>
  async (context) => {
    const id = context.req.param('id') ?? '';
    const role = context.req.header('Authorization') === undefined ? undefined : (await grantFor(store, context.req.raw, id)).role;
    const registered = await store.campaign(id);
    if (registered === undefined) throw new Refusal('unknown-campaign');
    return context.json(role === 'admin' ? registered.campaign : publicPart(registered.campaign));
  };
