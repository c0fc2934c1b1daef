import {Hono, type Context, type Handler} from 'hono';
import {cors} from 'hono/cors';
import type {Dependencies, Log} from './dependencies.js';
import {plainForm} from './form/plain-form.js';
import {Refusal} from './refusal.js';
import {receiveAnswers, tellAccepted} from './routes/answers.js';
import {getCampaign, putCampaign} from './routes/campaigns.js';
import {takeCommand} from './routes/command.js';
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
    log?.({event: `store-${error.code}`});
    return new Refusal('unavailable', {status: error.code === 'full' ? 507 : 503, retryAfter: RETRY[error.code]});
  }
  log?.({event: 'internal', error: error.name, at: placeOf(error)});
  return new Refusal('internal');
}

const notAllowed =
  (allow: string): Handler =>
  () => {
    throw new Refusal('method-not-allowed', {}, {Allow: allow});
  };

/** The collector as a function of what it depends on; it listens to nothing by itself. */
export function createApp(dependencies: Dependencies): Hono {
  const {store, origins, runKey, log} = dependencies;
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
    context.header('Cache-Control', 'no-store');
  });

  app.post('/v1/answers', receiveAnswers(dependencies));
  app.get('/v1/answers', tellAccepted(dependencies));
  app.all('/v1/answers', notAllowed('GET, POST'));

  app.put('/v1/campaigns/:id', putCampaign(dependencies));
  app.get('/v1/campaigns/:id', getCampaign(dependencies));
  app.all('/v1/campaigns/:id', notAllowed('GET, PUT'));

  app.get('/v1/campaigns/:id/results', getResults(dependencies));
  app.all('/v1/campaigns/:id/results', notAllowed('GET'));

  app.get('/healthz', async (context) => {
    await store.health();
    return context.json({status: 'ok'});
  });
  app.all('/healthz', notAllowed('GET'));

  app.route('/f', plainForm(dependencies));

  if (runKey !== undefined) app.post('/_cli', takeCommand(dependencies, runKey));

  app.notFound(() => new Refusal('not-found').toResponse());
  app.onError((error: Error, _context: Context) => refusalOf(error, log).toResponse());
  return app;
}
