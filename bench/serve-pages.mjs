// @ts-check
/** Serves a benchmark's own small pages, and the built elements under `/dist/`, on this machine only. */
import {createServer} from 'node:http';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** @param {string} body */
export const page = (body) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>${body}`;

/**
 * @param {Record<string, string>} pages by path
 * @param {string} dist folder of the built elements
 */
export async function servePages(pages, dist) {
  const server = createServer(({url = '/'}, response) => {
    const file = join(dist, url.replace(/^\/dist\//, ''));
    const isScript = url.startsWith('/dist/') && !url.includes('..') && existsSync(file);
    if (isScript) return void response.setHeader('content-type', 'text/javascript').end(readFileSync(file));
    const body = pages[url];
    return void response.writeHead(body ? 200 : 404, {'content-type': 'text/html'}).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {url: `http://127.0.0.1:${port}`, close: () => void server.close().closeAllConnections()};
}
