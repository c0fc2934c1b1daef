import {Hono, type Context, type Handler} from 'hono';
import {cors} from 'hono/cors';
import {Access} from './access.js';
import {STEPS} from './campaign-state.js';
import {countedStore} from './counted-store.js';
import type {Dependencies, Log} from './dependencies.js';
import {Figures} from './figures.js';
import {plainForm} from './form/plain-form.js';
import {ANSWERS_RATE, Limiter, TOKENS_RATE} from './limiter.js';
import {Metrics} from './metrics.js';
import {OPEN_API} from './open-api.js';
import {Refusal} from './refusal.js';
import {receiveAnswers, tellAccepted} from './routes/answers.js';
import {getCampaign, moveTo, putCampaign} from './routes/campaigns.js';
import {takeCommand} from './routes/command.js';
import {exportLines} from './routes/export.js';
import {getFigures} from './routes/figures.js';
import {getMetrics} from './routes/metrics.js';
import {getRatings} from './routes/ratings.js';
import {getResults} from './routes/results.js';
import {StoreError} from './store/answer-store.js';

/** Seconds to wait when the store is busy, and when it needs a person (disk full or failing). */
const RETRY = {busy: 5, full: 300, broken: 60} as const;

/** The place of an error in our code, without its message: that may quote an answer. */
function placeOf({stack = '', message}: Error): string {
  if (!stack.includes(message)) return '';
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return frames.find((frame) => frame.trimStart().startsWith('at '))?.trim() ?? '';
}

function refusalOf(error: Error, log: Log | undefined): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreError) {
    log?.({event: `store-${error.code}`, reason: error.reason});
    return new Refusal('unavailable', {status: error.code === 'full' ? 507 : 503, retryAfter: RETRY[error.code]});
  }
  log?.({event: 'internal', error: error.name, at: placeOf(error)});
  return new Refusal('internal');
}

type Route = readonly [method: 'GET' | 'POST' | 'PUT', path: string, handler: Handler];

const getHealth =
  ({store}: Dependencies): Handler =>
  async (context) => {
    await store.health();
    return context.json({status: 'ok'});
  };

const notAllowed =
  (allow: string): Handler =>
  () => {
    throw new Refusal('method-not-allowed', {}, {Allow: allow});
  };

/** The collector as a function of what it depends on; it listens to nothing by itself. */
export function createApp(given: Dependencies): Hono {
  const metrics = new Metrics();
  const dependencies = {...given, store: countedStore(given.store, metrics)};
  const {store, origins, runKey, log} = dependencies;
  const access = new Access(dependencies, new Limiter(TOKENS_RATE, dependencies));
  const figures = new Figures(store);
  const answersLimiter = new Limiter(ANSWERS_RATE, dependencies);
  const app = new Hono();

  app.use(
    cors({
      origin: [...origins],
      allowMethods: ['GET', 'POST', 'PUT'],
      allowHeaders: ['Content-Type', 'Authorization', 'Idempotency-Key'],
      exposeHeaders: ['Retry-After'],
      maxAge: 7200,
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
  });
  app.use('/v1/*', async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });

  const routes: Route[] = [
    ['POST', '/v1/answers', receiveAnswers(dependencies, answersLimiter, metrics)],
    ['GET', '/v1/answers', tellAccepted(dependencies)],
    ['PUT', '/v1/campaigns/:id', putCampaign(dependencies, access)],
    ['GET', '/v1/campaigns/:id', getCampaign(dependencies, access)],
    ...STEPS.map((step): Route => ['POST', `/v1/campaigns/:id/${step}`, moveTo(dependencies, access, step)]),
    ['GET', '/v1/campaigns/:id/results', getResults(dependencies, access, figures)],
    ['GET', '/v1/campaigns/:id/figures', getFigures(dependencies, figures)],
    ['GET', '/v1/campaigns/:id/ratings', getRatings(dependencies, access)],
    ['GET', '/v1/campaigns/:id/export.ndjson', exportLines(dependencies, access)],
    ['GET', '/healthz', getHealth(dependencies)],
    ['GET', '/metrics', getMetrics(metrics, figures)],
    ['GET', '/openapi.json', (context) => context.json(OPEN_API)],
  ];
  for (const [method, path, handler] of routes) app.on(method, path, handler);
  for (const path of new Set(routes.map(([, path]) => path))) {
    const methods = routes.filter(([, other]) => other === path).map(([method]) => method);
    app.all(path, notAllowed(methods.sort().join(', ')));
  }

  app.route('/f', plainForm(dependencies, answersLimiter));

  if (runKey !== undefined) app.post('/_cli', takeCommand(dependencies, runKey));

  app.notFound(() => new Refusal('not-found').toResponse());
  app.onError((error: Error, _context: Context) => refusalOf(error, log).toResponse());
  return app;
}
