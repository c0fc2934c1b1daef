import {LIMITS, readItem} from '@ppgp/protocol';
import {isId, type Answer, type Day, type Payload} from '@ppgp/schema';
import {frForm} from '@ppgp/words';
import type {Context, Handler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {hashOf} from '../answer-hash.js';
import type {Dependencies} from '../dependencies.js';
import {takeIn} from '../intake.js';
import type {Limiter} from '../limiter.js';
import {StoreError} from '../store/answer-store.js';
import {askedCampaign, standOf, type AskedCampaign} from './asked-campaign.js';
import {HIDDEN} from './fields.js';
import {formOf, payloadOf, type Sheet} from './filled-in.js';
import {formPage} from './form-page.js';
import {identityOf} from './identity.js';
import {logFailure} from './log-failure.js';
import {message} from './page.js';
import {resolver} from './resolver.js';
import {otherKindPage, retryPage, thanksPage} from './told-pages.js';
import type {Html} from './wording.js';

/** A payload of 64 KiB in letters that a form writes in six bytes for each two. */
const MAX_BYTES = 4 * LIMITS.itemBytes;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;
/** Seconds: until a store may be well again, and until an address that sent too much is let in again. */
const RETRY_AFTER = '60';
const LIMITED_RETRY = '10';

export const receiveLimit = bodyLimit({
  maxSize: MAX_BYTES,
  onError: (context) => context.html(message(frForm.tooLargeTitle, [frForm.tooLargeNext]), 413),
});

/** A board without any theme has empty lists. */
const isNothing = (answer: Answer): boolean => Array.isArray(answer) && answer.length === 0;

/** What a form says, as an item like any other. */
function itemOf({campaign, definition, identity}: Sheet, payload: Payload, today: Day): object {
  const text = JSON.stringify(payload);
  const envelope = {id: identity.id, campaign, version: definition.version, day: today};
  return {...envelope, kind: 'plain', payload: text, hash: hashOf(Buffer.from(text, 'utf8'))};
}

const noted = (sheet: Sheet, title: string, next: string): Html => formPage(formOf(sheet, {note: {title, next}}));

/** `POST /f/{campaign}`: stores what is valid; all else comes back with everything that was typed. */
export function receiveForm({store, clock, random, log, addressOf}: Dependencies, limiter: Limiter): Handler {
  /** Whatever went wrong, what was typed goes back to the person. */
  const failed = (context: Context, error: unknown, page: Html): Response | Promise<Response> => {
    logFailure(error, log);
    context.header('Retry-After', RETRY_AFTER);
    return context.html(page, error instanceof StoreError ? 503 : 500);
  };

  /** Keeps an answer that is complete, through the door that every answer comes in by. */
  async function keep(context: Context, sheet: Sheet, payload: Payload): Promise<Response> {
    const {campaign, definition, identity} = sheet;
    const [today, address] = [clock.today(), addressOf?.(context)];
    const isLimited = !limiter.take(address);
    // One that is there already is known without storing anything.
    if (isLimited && (await store.hashes([{campaign, id: identity.id}]))[0] === undefined) {
      context.header('Retry-After', LIMITED_RETRY);
      return context.html(noted(sheet, frForm.failedTitle, frForm.limitedNext), 429);
    }
    const [result] = await takeIn(store, [readItem(itemOf(sheet, payload, today))], today);
    switch (result?.status) {
      case 'stored':
        return context.redirect(`/f/${campaign}/merci`, 303);
      case 'duplicate':
        if (!isLimited) limiter.giveBack(address);
        return context.html(thanksPage(definition, sheet, 'same'));
      case 'conflict':
        return context.html(thanksPage(definition, sheet, 'other'), 409);
      default:
        if (result?.code === 'too-long') return context.html(noted(sheet, frForm.tooLargeTitle, frForm.tooLargeHere), 413);
        throw new StoreError('busy', result);
    }
  }

  return async (context) => {
    if (!FORM_TYPE.test(context.req.header('Content-Type') ?? ''))
      return context.html(message(frForm.unreadTitle, [frForm.unreadNext]), 415);
    const fields = new URLSearchParams(await context.req.text());
    const campaign = context.req.param('campaign') ?? '';
    let asked: AskedCampaign;
    try {
      asked = isId(campaign) ? await askedCampaign(store, campaign, fields.get(HIDDEN.version) ?? undefined) : {kind: 'unknown'};
    } catch (error) {
      return failed(context, error, retryPage(frForm.failedTitle, frForm.failedNext, fields));
    }
    if (asked.kind === 'unknown') return context.html(retryPage(frForm.unknownTitle, frForm.unknownSent, fields), 404);
    const stand = standOf(asked.definition, fields, 'form');
    if (asked.kind !== 'questionnaire') return context.html(otherKindPage(asked, stand, true), 403);

    const {definition, board} = asked;
    const identity = identityOf(fields, definition, random);
    const sheet: Sheet = {...stand, campaign, definition, board, identity, fields, resolve: resolver(context.req.raw, campaign)};
    const judged = formOf(sheet, {judged: true});
    if (judged.problems.length > 0) return context.html(formPage(judged), 422);
    const payload = payloadOf(sheet);
    if (Object.values(payload.answers).every(isNothing)) return context.html(noted(sheet, frForm.emptyTitle, frForm.emptyNext), 422);
    try {
      return await keep(context, sheet, payload);
    } catch (error) {
      return failed(context, error, noted(sheet, frForm.failedTitle, frForm.failedNext));
    }
  };
}
