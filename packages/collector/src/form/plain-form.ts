import {isId} from '@ppgp/schema';
import {openingOn} from '@ppgp/session';
import {frFirst, frForm} from '@ppgp/words';
import {Hono} from 'hono';
import type {Dependencies} from '../dependencies.js';
import type {Limiter} from '../limiter.js';
import {StoreError} from '../store/answer-store.js';
import {askedCampaign, standOf} from './asked-campaign.js';
import {blankFields, formOf} from './filled-in.js';
import {formPage} from './form-page.js';
import {identityOf} from './identity.js';
import {logFailure} from './log-failure.js';
import {message} from './page.js';
import {receiveForm, receiveLimit} from './receive-form.js';
import {resolver} from './resolver.js';
import {styleSheet} from './style-sheet.js';
import {closedPage, otherKindPage, thanksPage, unknownPage} from './told-pages.js';

/** Seconds after which a browser may ask again for the style sheet. */
const STYLE_AGE = 3600;

/** What a page of the form may do: nothing but show itself, its style and its pictures, and send itself here. */
const policy = (frames: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frames.length === 0 ? "'none'" : frames.join(' ')}`,
  ].join('; ');

/**
 * `/f/{campaign}`: the same questionnaire as a plain HTML form. Pages that may send answers from elsewhere may frame it too.
 * `limiter`: of all answers, whichever way they come.
 */
export function plainForm(dependencies: Dependencies, limiter: Limiter): Hono {
  const {store, clock, random, origins, log} = dependencies;
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy(origins));
    context.header('Referrer-Policy', 'no-referrer');
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });

  app.get('/form.css', (context) => {
    context.header('Cache-Control', `public, max-age=${STYLE_AGE}`);
    return context.body(styleSheet, 200, {'Content-Type': 'text/css; charset=utf-8'});
  });

  app.get('/:campaign', async (context) => {
    const campaign = context.req.param('campaign');
    const query = new URL(context.req.url).searchParams;
    const asked = isId(campaign) ? await askedCampaign(store, campaign) : ({kind: 'unknown'} as const);
    if (asked.kind === 'unknown') return context.html(unknownPage(), 404);
    const {definition} = asked;
    const stand = standOf(definition, query, 'address');
    const today = clock.today();
    const opening = openingOn(today, definition, today);
    if (opening !== 'open') return context.html(closedPage(definition, stand, opening));
    if (asked.kind !== 'questionnaire') return context.html(otherKindPage(asked, stand), asked.kind === 'sealed' ? 403 : 200);
    const fields = blankFields(asked.definition);
    const identity = identityOf(new URLSearchParams(), asked.definition, random);
    const resolve = resolver(context.req.raw, campaign);
    return context.html(formPage(formOf({...stand, ...asked, campaign, identity, fields, resolve})));
  });

  app.post('/:campaign', receiveLimit, receiveForm(dependencies, limiter));

  app.get('/:campaign/merci', async (context) => {
    const campaign = context.req.param('campaign');
    const asked = isId(campaign) ? await askedCampaign(store, campaign) : ({kind: 'unknown'} as const);
    if (asked.kind === 'unknown') return context.html(unknownPage(), 404);
    const stand = standOf(asked.definition, new URL(context.req.url).searchParams, 'address');
    return context.html(thanksPage(asked.definition, stand));
  });

  for (const path of ['/:campaign', '/:campaign/merci', '/form.css'])
    app.all(path, (context) => context.html(unknownPage(), 405, {Allow: path === '/:campaign' ? 'GET, POST' : 'GET'}));
  app.all('/*', (context) => context.html(unknownPage(), 404));

  app.onError((error, context) => {
    logFailure(error, log);
    context.header('Retry-After', '60');
    return context.html(message(frFirst.failedTitle, [frForm.failedRead]), error instanceof StoreError ? 503 : 500);
  });
  return app;
}
