import {createServer, request, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {watchSource} from '../watch/watch-source.js';

const scriptPath = '/__watch-page.js';

/**
 * A forward proxy for plain HTTP that hands everything on and adds one script, from the page's own origin, at the head of each HTML
 * page. A server that cannot be reached looks as it does without the proxy: the connection is cut.
 */
export async function startWatchingProxy(): Promise<{url: string; close(): void}> {
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '', 'http://nowhere.invalid');
    if (url.pathname === scriptPath) outgoing.setHeader('content-type', 'text/javascript').end(watchSource);
    else forward(url, incoming, outgoing);
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

function forward(url: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const headers = {...incoming.headers};
  delete headers['proxy-connection'];
  delete headers['accept-encoding']; // the page must come readable
  const onward = request(url, {method: incoming.method, headers, agent: false}, (answer) => {
    const {'content-length': length, ...answerHeaders} = answer.headers;
    answer.on('error', () => outgoing.destroy());
    if (!answer.headers['content-type']?.startsWith('text/html')) {
      outgoing.writeHead(answer.statusCode ?? 502, {...answerHeaders, ...(length === undefined ? {} : {'content-length': length})});
      answer.pipe(outgoing);
      return;
    }
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const page = Buffer.concat(chunks).toString();
      outgoing.writeHead(answer.statusCode ?? 502, answerHeaders);
      outgoing.end(incoming.method === 'HEAD' ? undefined : withScript(page));
    });
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

const withScript = (page: string) =>
  page.replace(/<head[^>]*>|<html[^>]*>|<!doctype[^>]*>|^/i, (start) => `${start}<script src="${scriptPath}"></script>`);
