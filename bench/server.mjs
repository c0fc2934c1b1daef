// @ts-check
/** Serves the four pages and what they fetch, on this machine only, uncompressed and never cached. */
import {createServer} from 'node:http';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {extname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {pageOf} from './pages.mjs';
import {questionnaire} from './questionnaire.mjs';
import {surveyJson} from './survey-js/survey.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @type {Record<string, string>} */
const types = {'.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.html': 'text/html'};

/** What each address begins with, and the folder it stands for. The first that has the file wins. */
const folders = [
  ['/dist/', 'dist/'],
  ['/lit.js', '.cache/bench/lit/lit.js'],
  ['/survey-js/', 'bench/survey-js/'],
  ['/survey-js/', '.cache/bench/node_modules/survey-core/'],
  ['/survey-js/', '.cache/bench/node_modules/survey-js-ui/'],
  ['/plain/', 'bench/plain/'],
  ['/form.css', 'bench/form.css'],
];

/** Everything is made once: a visit waits for the network stack, not for the disk. @type {Map<string, string | Buffer>} */
const made = new Map();

/** @param {string} path @returns {string | Buffer | undefined} */
function make(path) {
  const [, first, second, third] = path.split('/');
  if (path === '/blank.html') return '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>blank</title>';
  if (first === 'questionnaire') return JSON.stringify(questionnaire(parseInt(second ?? '')));
  if (first === 'survey-js' && (second === 'page' || second === 'question'))
    return JSON.stringify(surveyJson(questionnaire(parseInt(third ?? '')), second));
  if (first === 'visit')
    return pageOf(
      /** @type {import('./pages.mjs').Name} */ (second),
      questionnaire(parseInt(third ?? '')),
      path.endsWith('/page.html') ? 'page' : 'question',
    );
  const files = folders
    .filter(([prefix = '']) => path.startsWith(prefix))
    .map(([prefix = '', folder]) => `${root}${folder}${path.slice(prefix.length)}`);
  const file = path.includes('..') ? undefined : files.find((name) => existsSync(name));
  return file && readFileSync(file);
}

/** @returns {Promise<{url: string, close: () => void}>} */
export async function serveBench() {
  // As it is built now: another build may come while the rounds go on.
  for (const entry of readdirSync(`${root}dist`, {withFileTypes: true, recursive: true})) {
    const file = `${entry.parentPath}/${entry.name}`;
    if (entry.isFile()) made.set(`/${file.slice(root.length)}`, readFileSync(file));
  }
  const server = createServer(({url = '/'}, response) => {
    const body = made.get(url) ?? make(url);
    if (body === undefined) return void response.writeHead(404).end();
    made.set(url, body);
    response
      .writeHead(200, {'Content-Type': `${types[extname(url)] ?? 'text/plain'}; charset=utf-8`, 'Cache-Control': 'no-store'})
      .end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
