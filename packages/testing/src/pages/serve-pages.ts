import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {policyHeader} from './strict-policy.js';

/**
 * Serves pages and scripts out of memory, on loopback, under the strict policy: `{'/': '<!doctype html>…', '/probe.js': '…'}`.
 * What ends in `.js` is JavaScript, in `.css` a style sheet, all else HTML; an unknown path is a 404.
 */
export async function servePages(pages: Record<string, string>, policy = policyHeader()): Promise<{url: string; close(): void}> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const text = pages[path];
    if (text === undefined) return response.writeHead(404).end();
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
    return response.writeHead(200, {'content-type': type, 'content-security-policy': policy}).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
