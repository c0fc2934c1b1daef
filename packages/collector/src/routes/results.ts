import type {Handler} from 'hono';
import type {Access} from '../access.js';
import type {Dependencies} from '../dependencies.js';
import type {Figures} from '../figures.js';
import {readFilter} from '../filter.js';
import {Refusal} from '../refusal.js';

/** `GET /v1/campaigns/{id}/results`: the team's figures, live. */
export const getResults =
  ({store, clock}: Dependencies, access: Access, figures: Figures): Handler =>
  async (context) => {
    const id = context.req.param('id') ?? '';
    await access.require(context, id, 'results', 'results');
    const registered = await store.campaign(id);
    if (registered === undefined) throw new Refusal('unknown-campaign');
    const filter = readFilter(new URL(context.req.url).searchParams);
    return context.json(await figures.of(registered, filter, clock.today()));
  };
