import type {TestRunnerConfig} from '@web/test-runner';
import {fakeReply, type Collects} from '../collector/fake-reply.js';
import {readBody} from '../pages/read-body.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** What a test page tells its fake site to do, with `PUT /fake/<name>`; see `element/fake-site.ts`. */
export interface Orders {
  /** Of `POST /fake/<name>/v1/answers`; `held`: it waits for other orders. */
  answers?: Collects | 'held';
  /** JSON by path below `/fake/<name>`; `held`: it waits for other orders; `locked`: 401. */
  files?: Record<string, unknown>;
}

const sites = new Map<string, {orders: Orders; next: Promise<void>; change: () => void}>();

function give(name: string, orders: Orders): void {
  const before = sites.get(name);
  let change = (): void => undefined;
  const next = new Promise<void>((resolve) => (change = resolve));
  sites.set(name, {orders: {...before?.orders, ...orders}, next, change});
  before?.change();
}

/** A collector and its files for a test page, under `/fake/<name>`: real requests, without a second origin. */
export const fakeSites: Middleware = async (context, next) => {
  const [, name = '', path = ''] = /^\/fake\/([^/]+)(\/.*)?$/.exec(context.path) ?? [];
  if (!name) {
    await next();
    return;
  }
  const body = await readBody(context.req);
  if (body === undefined) return;
  if (context.method === 'PUT') {
    give(name, JSON.parse(body) as Orders);
    context.status = 204;
    return;
  }
  for (;;) {
    const site = sites.get(name);
    const {answers = 'up', files = {}} = site?.orders ?? {};
    const order = context.method === 'POST' ? answers : files[path];
    if (order === 'held') {
      await site?.next;
      continue;
    }
    if (context.method === 'POST') {
      const {status, type, body: said} = fakeReply(body, order as Collects);
      Object.assign(context, {status, type, body: said});
    } else if (order === undefined) {
      context.status = 404;
      context.body = '';
    } else if (order === 'locked') {
      context.status = 401;
      context.body = '';
    } else {
      context.type = 'application/json';
      context.body = JSON.stringify(order);
    }
    return;
  }
};
