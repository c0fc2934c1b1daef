import type {Id} from '@ppgp/schema';
import {Refusal} from './refusal.js';
import type {AnswerStore, Role, TokenGrant} from './store/answer-store.js';
import {hashToken} from './tokens.js';

const BEARER = /^Bearer +(\S+)$/i;

/**
 * What the request's token grants for a campaign, whether or not that campaign exists.
 * @throws Refusal 401 without a known token, 403 with another campaign's
 */
export async function grantFor(store: AnswerStore, request: Request, campaign: Id): Promise<TokenGrant> {
  const token = BEARER.exec(request.headers.get('Authorization') ?? '')?.[1];
  const grant = token === undefined ? undefined : await store.grantOf(hashToken(token));
  if (grant === undefined) throw new Refusal('unauthorized', {}, {'WWW-Authenticate': 'Bearer'});
  if (grant.campaign !== campaign) throw new Refusal('forbidden', {detail: 'The token belongs to another campaign.'});
  return grant;
}

/**
 * Lets through who holds a role for a campaign; `admin` holds them all.
 * @throws Refusal 401 or 403
 */
export async function requireRole(store: AnswerStore, request: Request, campaign: Id, role: Role): Promise<void> {
  const grant = await grantFor(store, request, campaign);
  if (grant.role !== role && grant.role !== 'admin') throw new Refusal('forbidden', {detail: `A token with the role "${role}" is needed.`});
}
