import type {Handler} from 'hono';
import {requireRole} from '../access.js';
import type {Dependencies} from '../dependencies.js';
import {Figures} from '../figures.js';
import {readFilter} from '../filter.js';
import {Refusal} from '../refusal.js';

/** `GET /v1/campaigns/{id}/results`: the team's figures, live. */
export function getResults({store, clock}: Dependencies): Handler {
  const figures = new Figures(store);
  return async (context) => {
    const id = context.req.param('id') ?? '';
    await requireRole(store, context.req.raw, id, 'results');
    const registered = await store.campaign(id);
    if (registered === undefined) throw new Refusal('unknown-campaign');
    const filter = readFilter(new URL(context.req.url).searchParams);
    return context.json(await figures.of(registered, filter, clock.today()));
  };
}
