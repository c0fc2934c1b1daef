import {createHash} from 'node:crypto';
import {LIMITS, readItem, type Result} from '@ppgp/protocol';
import {isId, type Payload} from '@ppgp/schema';
import {frForm} from '@ppgp/words';
import type {Context, Handler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {Dependencies} from '../dependencies.js';
import {logFailure} from './log-failure.js';
import {takeIn} from '../intake.js';
import {StoreError} from '../store/answer-store.js';
import {askedCampaign, standOf, type AskedCampaign} from './asked-campaign.js';
import {HIDDEN} from './fields.js';
import {formOf, payloadOf, type Sheet} from './filled-in.js';
import {formPage} from './form-page.js';
import {identityOf} from './identity.js';
import {message} from './page.js';
import {resolver} from './resolver.js';
import {otherKindPage, retryPage, thanksPage} from './told-pages.js';
import type {Html} from './wording.js';

/** A payload of 64 KiB in letters that a form writes in six bytes for each two. */
const MAX_BYTES = 4 * LIMITS.itemBytes;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;
/** Seconds. */
const RETRY_AFTER = '60';

export const receiveLimit = bodyLimit({
  maxSize: MAX_BYTES,
  onError: (context) => context.html(message(frForm.tooLargeTitle, [frForm.tooLargeNext]), 413),
});

/** Keeps what a form says under its own id, through the door that every answer comes in by. */
async function keep({store, clock}: Dependencies, {campaign, definition, identity}: Sheet, payload: Payload): Promise<Result | undefined> {
  const text = JSON.stringify(payload);
  const today = clock.today();
  const item = {
    id: identity.id,
    campaign,
    version: definition.version,
    day: today,
    kind: 'plain',
    payload: text,
    hash: `sha256-${createHash('sha256').update(text).digest('base64url')}`,
  };
  const [result] = await takeIn(store, [readItem(item)], today);
  return result;
}

/** `POST /f/{campaign}`: stores what is valid; all else comes back with everything that was typed. */
export function receiveForm(dependencies: Dependencies): Handler {
  const {store, random, log} = dependencies;
  /** Whatever went wrong, what was typed goes back to the person. */
  const failed = (context: Context, error: unknown, page: Html): Response | Promise<Response> => {
    logFailure(error, log);
    context.header('Retry-After', RETRY_AFTER);
    return context.html(page, error instanceof StoreError ? 503 : 500);
  };

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

    const {definition} = asked;
    const identity = identityOf(fields, definition, random);
    const sheet: Sheet = {...stand, campaign, definition, identity, fields, resolve: resolver(context.req.raw, campaign)};
    const judged = formOf(sheet, {judged: true});
    const again = (title: string, next: string): Html => formPage(formOf(sheet, {note: {title, next}}));
    if (judged.problems.length > 0) return context.html(formPage(judged), 422);
    const payload = payloadOf(sheet);
    if (Object.keys(payload.answers).length === 0) return context.html(again(frForm.emptyTitle, frForm.emptyNext), 422);
    let result: Result | undefined;
    try {
      result = await keep(dependencies, sheet, payload);
    } catch (error) {
      return failed(context, error, again(frForm.failedTitle, frForm.failedNext));
    }
    switch (result?.status) {
      case 'stored':
        return context.redirect(`/f/${campaign}/merci`, 303);
      case 'duplicate':
        return context.html(thanksPage(definition, stand, 'same'));
      case 'conflict':
        return context.html(thanksPage(definition, stand, 'other'), 409);
      default:
        if (result?.code === 'too-long') return context.html(again(frForm.tooLargeTitle, frForm.tooLargeHere), 413);
        return failed(context, new StoreError('busy', result), again(frForm.failedTitle, frForm.failedNext));
    }
  };
}
