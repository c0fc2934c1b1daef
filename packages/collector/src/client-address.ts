import {getConnInfo} from '@hono/node-server/conninfo';
import type {Context} from 'hono';
import {isLoopback} from './address-prefix.js';

/**
 * The address to limit requests by. Behind `proxies` proxies of our own it is the one that the first of them wrote at the end of
 * `X-Forwarded-For`; what stands before it anyone can invent. Without a proxy, this machine itself is not limited.
 */
export function clientAddress(context: Context, proxies: number): string | undefined {
  const peer = getConnInfo(context).remote.address;
  if (proxies === 0) return peer === undefined || isLoopback(peer) ? undefined : peer;
  const forwarded = (context.req.header('X-Forwarded-For') ?? '').split(',').map((text) => text.trim());
  // An IPv4 address may come with a port, an IPv6 one in brackets.
  const told = forwarded
    .at(-proxies)
    ?.replace(/^\[([^\]]*)\].*$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return told || peer;
}
