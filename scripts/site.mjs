// @ts-check
/**
 * Serves `examples/` and `dist/` beside the collector, under the strict policy that every element must run with.
 * A failure here shows as a page without its style, its tag or its figures.
 */
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {serveStatic} from '@hono/node-server/serve-static';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The policy of the public contract: no nonce, no inline style or script, trusted types. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** @type {import('hono').MiddlewareHandler} */
const headers = async (context, next) => {
  await next();
  // A page that can be installed has a manifest; nothing else of the policy changes.
  const isInstallable = context.req.path.startsWith('/examples/waiting-room/');
  context.header('Content-Security-Policy', isInstallable ? `${POLICY}; manifest-src 'self'` : POLICY);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cache-Control', 'no-cache');
};

/** Mounts the pages on a collector's app. @param {import('hono').Hono} app */
export function mountSite(app) {
  const inside = (/** @type {string} */ folder, /** @type {string} */ prefix) =>
    serveStatic({root: `${root}${folder}`, rewriteRequestPath: (path) => path.slice(prefix.length)});
  app.get('/favicon.ico', (context) => context.body(null, 204));
  // Addresses in a page are relative to its folder.
  app.get('/examples/:name{[^/.]+}', (context) => context.redirect(`${new URL(context.req.url).pathname}/`, 301));
  app.use('/dist/*', headers, inside('dist', '/dist'));
  app.use('/examples/*', headers, inside('examples', '/examples'));
  app.use('/index.css', headers, inside('examples', ''));
  app.get('/', headers, inside('examples', ''));
}

/** The campaigns that the examples ask for. @returns {{file: string, campaign: {id: string}}[]} */
export function exampleCampaigns() {
  const folders = readdirSync(`${root}examples`, {withFileTypes: true}).filter((entry) => entry.isDirectory());
  return folders
    .map(({name}) => `${root}examples/${name}/campaign.json`)
    .filter((file) => existsSync(file))
    .map((file) => ({file, campaign: JSON.parse(readFileSync(file, 'utf8'))}));
}
