import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Order} from './page/orders.js';
import type {Entry} from './record.js';
import {questionnaire} from './running-collector.js';

/** The site that the page belongs to; it also gives orders, and hears what pages tell. */
export interface Host {
  url: string;
  /** Called with everything that is told, before the page knows that it was heard. */
  onTold: (entry: Entry) => void;
  /** Gives a tab its next order; undefined: nothing for now, it is asked again. */
  nextOrder: (visit: number, tab: number) => Order | undefined;
  close(): void;
}

const page = (body: string): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Tourmente</title>${body}`;
const PAGE = page('<script type="module" src="/page.js"></script><script type="module" src="/survey.js"></script><main>Un mot ?</main>');
const AWAY = page(`<script>onpageshow = () => setTimeout(() => history.back(), 50)</script>`);

/** @param scripts by path */
export async function startHost(scripts: ReadonlyMap<string, string>): Promise<Host> {
  const files = new Map<string, [type: string, text: string]>([
    ['/', ['text/html; charset=utf-8', PAGE]],
    ['/away.html', ['text/html; charset=utf-8', AWAY]],
    ['/questions.json', ['application/json', JSON.stringify(questionnaire)]],
    ...[...scripts].map(([path, text]): [string, [string, string]] => [path, ['text/javascript', text]]),
  ]);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/told') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      host.onTold(JSON.parse(Buffer.concat(chunks).toString()) as Entry);
      response.end('{}');
    } else if (pathname === '/next') {
      const order = host.nextOrder(Number(searchParams.get('visit')), Number(searchParams.get('tab')));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(order ?? {do: 'rest', ms: 60}));
    } else {
      const [type, text] = files.get(pathname) ?? [];
      if (type === undefined) return void response.writeHead(404).end();
      // Kept nowhere, and yet fit for the back-forward cache.
      response.writeHead(200, {'content-type': type, 'cache-control': 'no-cache'}).end(text);
    }
  }

  // A browser that is killed in the middle of a sentence is what this is for.
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: Host = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onTold: () => undefined,
    nextOrder: () => undefined,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return host;
}
