import {createHash} from 'node:crypto';
import type {Handler} from 'hono';
import type {Dependencies} from '../dependencies.js';
import type {Figures} from '../figures.js';
import {publicFigures} from '../publishing.js';
import {Refusal} from '../refusal.js';

/** Seconds for which anyone may show the public's figures again without asking. */
const FRESH = 300;

/** `GET /v1/campaigns/{id}/figures`: the public's figures, where the campaign says `publish`. */
export const getFigures =
  ({store, clock}: Dependencies, figures: Figures): Handler =>
  async (context) => {
    const registered = await store.campaign(context.req.param('id') ?? '');
    if (registered === undefined) throw new Refusal('unknown-campaign');
    if (registered.campaign.publish !== true) throw new Refusal('not-found', {detail: 'This campaign does not publish its figures.'});
    const text = JSON.stringify(await publicFigures(store, figures, registered, clock.today()));
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    const headers = {'Cache-Control': `public, max-age=${FRESH}`, ETag: tag};
    const known = (context.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
    if (known.includes(tag)) return context.body(null, 304, headers);
    return context.body(text, 200, {...headers, 'Content-Type': 'application/json'});
  };
