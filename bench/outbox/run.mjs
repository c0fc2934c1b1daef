// @ts-check
/**
 * `npm run bench -- --outbox`: how long « enregistré » takes against one bare strict put in the same page, with ever more answers
 * waiting; and what 5,000 waiting answers cost a slow page that opens and sends them. In Chromium. What it means: `docs/benchmark.md`.
 */
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {build, defaultClientConditions} from 'vite';
import {median} from '../figures.mjs';
import {CPU_SLOWDOWN} from '../visit.mjs';

const BACKLOGS = [0, 1_000, 100_000];
const PAIRS = 60;
const MANY = 5_000;

async function script() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: {conditions: ['ppgp-source', ...defaultClientConditions]},
    build: {write: false, target: 'es2022', lib: {entry: fileURLToPath(new URL('page.js', import.meta.url)), formats: ['es']}},
  });
  const outputs = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (built).flatMap(({output}) => output);
  return new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[`/${file.isEntry ? 'page.js' : file.fileName}`, file.code]] : [])));
}

/** A page, and a collector that can be closed: then it answers 503. */
async function serve() {
  const scripts = await script();
  const state = {isOpen: false, requests: 0, url: '', close: () => void server.close().closeAllConnections()};
  const server = createServer((request, response) => {
    const code = scripts.get(request.url ?? '');
    if (code !== undefined) return response.setHeader('content-type', 'text/javascript').end(code);
    if (request.method !== 'POST')
      return response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>');
    let body = '';
    request.on('data', (/** @type {Buffer} */ chunk) => (body += chunk.toString()));
    request.on('end', () => {
      state.requests++;
      response.statusCode = state.isOpen ? 200 : 503;
      /** @type {{items: {id: string, hash: string}[]}} */
      const {items} = JSON.parse(body);
      const results = items.map(({id, hash}) => ({id, status: 'stored', hash}));
      response.setHeader('content-type', 'application/json').end(JSON.stringify({protocol: 'reponses/1', storeEpoch: 'bench', results}));
    });
    return undefined;
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  state.url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
  return state;
}

/** @param {import('puppeteer-core').Browser} browser @param {(line: string) => void} say */
export async function benchOutbox(browser, say) {
  const site = await serve();
  /** @param {(page: import('puppeteer-core').Page) => Promise<void>} use */
  const visit = async (use) => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(240_000);
    await page.goto(site.url);
    await use(page);
    await context.close();
  };
  try {
    for (const waiting of BACKLOGS)
      await visit(async (page) => {
        if (waiting) await page.evaluate(`bench.fill(${waiting})`);
        const {save, put} = /** @type {{save: number[], put: number[]}} */ (await page.evaluate(`bench.compare(${PAIRS})`));
        const ratio = median(save.map((time, at) => time / (put[at] ?? NaN)));
        say(`${waiting} waiting: « enregistré » takes ${ratio.toFixed(2)} bare strict puts (target: 2.5 at most, whatever waits)`);
      });
    await visit(async (page) => {
      await page.evaluate(`bench.fill(${MANY})`);
      const client = await page.createCDPSession();
      await client.send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
      [site.isOpen, site.requests] = [true, 0];
      await page.reload();
      const {usable, counted, drained, longest} = /** @type {Record<string, number>} */ (await page.evaluate(`bench.drain(${MANY})`));
      say(
        `${MANY} waiting, processor ${CPU_SLOWDOWN} times slower, being sent: the page is usable after ${usable?.toFixed(0)} ms (target: 300),`,
      );
      say(`and knows how many wait after ${counted?.toFixed(0)} ms`);
      const idle = Number(await page.evaluate('bench.idle(10_000)'));
      say(
        `longest frame ${longest?.toFixed(0)} ms (target: 50; of the page doing nothing: ${idle.toFixed(0)}), sent within ${((drained ?? 0) / 1_000).toFixed(1)} s`,
      );
      say(`${(site.requests / (MANY / 50)).toFixed(2)} requests for 50 answers (target: 3 at most)`);
    });
  } finally {
    site.close();
  }
}
