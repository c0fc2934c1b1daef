import type {Id} from '@ppgp/schema';
import type {Context} from 'hono';
import type {Dependencies} from './dependencies.js';
import type {Limiter} from './limiter.js';
import {Refusal} from './refusal.js';
import type {AnswerStore, Role, TokenGrant} from './store/answer-store.js';
import {hashToken} from './tokens.js';

const BEARER = /^Bearer +(\S+)$/i;

/** Seconds until a wrong token is looked at again, once there were too many of them. */
const WRONG_RETRY = 30;

/** Who may do what, by bearer token; who did what on which day is written down, never what was read or sent. */
export class Access {
  readonly #store: AnswerStore;
  readonly #clock: Dependencies['clock'];
  readonly #addressOf: Dependencies['addressOf'];
  readonly #limiter: Limiter;
  /** Of today: what was written down already. */
  #written = new Set<string>();
  #day = '';

  /** `limiter` counts wrong tokens. */
  constructor({store, clock, addressOf}: Dependencies, limiter: Limiter) {
    this.#store = store;
    this.#clock = clock;
    this.#addressOf = addressOf;
    this.#limiter = limiter;
  }

  /**
   * What the request's token grants for a campaign, whether or not that campaign exists.
   * @throws Refusal 401 without a known token or with one that expired, 403 with another campaign's, 429 after too many wrong ones
   */
  async grant(context: Context, campaign: Id): Promise<TokenGrant> {
    const token = BEARER.exec(context.req.header('Authorization') ?? '')?.[1];
    const address = this.#addressOf?.(context);
    // Not even looked at: else guessing would go on at full speed.
    if (token !== undefined && !this.#limiter.hasRoom(address)) throw new Refusal('too-many-requests', {retryAfter: WRONG_RETRY});
    const grant = token === undefined ? undefined : await this.#store.grantOf(hashToken(token));
    const isOver = grant?.expires !== undefined && this.#clock.today() > grant.expires;
    if (grant === undefined || isOver) {
      if (token !== undefined && !isOver) this.#limiter.take(address);
      throw new Refusal('unauthorized', isOver ? {detail: 'The token has expired.'} : {}, {'WWW-Authenticate': 'Bearer'});
    }
    if (grant.campaign !== campaign) throw new Refusal('forbidden', {detail: 'The token belongs to another campaign.'});
    return grant;
  }

  /**
   * Lets through who holds a role for a campaign, and writes it down; `admin` holds them all.
   * @param action what is done, such as `results`
   * @throws Refusal as `grant` does, and 403 with another role
   */
  async require(context: Context, campaign: Id, role: Role, action: string): Promise<void> {
    const grant = await this.grant(context, campaign);
    if (grant.role !== role && grant.role !== 'admin')
      throw new Refusal('forbidden', {detail: `A token with the role "${role}" is needed.`});
    await this.#write(grant, action);
  }

  async #write({campaign, role, label}: TokenGrant, action: string): Promise<void> {
    const day = this.#clock.today();
    if (day !== this.#day) this.#written = new Set();
    this.#day = day;
    const key = JSON.stringify([campaign, role, label, action]);
    if (this.#written.has(key)) return;
    await this.#store.addAudit({campaign, day, role, label, action});
    this.#written.add(key);
  }
}
