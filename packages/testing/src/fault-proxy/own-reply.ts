import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Fault} from './fault.js';

/** Where a `redirect` leads. */
export const ELSEWHERE = '/__elsewhere';

/**
 * Answers in the place of the collector; false for a fault that leaves the answering to it. As a well-set reverse proxy does, it lets a
 * page of another origin read what it says; a portal does not.
 */
export function replyItself({headers: {origin}}: IncomingMessage, outgoing: ServerResponse, fault: Fault): boolean {
  if (origin !== undefined && fault.kind !== 'portal') {
    outgoing.setHeader('access-control-allow-origin', origin);
    outgoing.setHeader('access-control-expose-headers', 'Retry-After');
  }
  const reply = (status: number, type: string, body: string): true => {
    outgoing.writeHead(status, {'content-type': type, 'content-length': Buffer.byteLength(body)}).end(body);
    return true;
  };
  switch (fault.kind) {
    case 'portal':
      return reply(200, 'text/html', '<!doctype html><title>Wi-Fi</title><p>Acceptez les conditions.</p>');
    case 'foreign-json':
      return reply(200, 'application/json', '{"ok":true,"status":"stored","results":[{"status":"stored"}]}');
    case 'created':
      outgoing.writeHead(201, {'content-length': 0}).end();
      return true;
    case 'no-content':
      outgoing.writeHead(204).end();
      return true;
    case 'truncated-head':
      outgoing.socket?.end('HTTP/1.1 20');
      return true;
    case 'status': {
      const {status, retryAfter, header} = fault;
      if (header !== undefined) outgoing.setHeader('retry-after', header);
      const problem = {type: 'about:blank', title: 'Provoked by a test', status, ...(retryAfter === undefined ? {} : {retryAfter})};
      return reply(status, 'application/problem+json', JSON.stringify(problem));
    }
    case 'redirect':
      outgoing.setHeader('location', ELSEWHERE);
      return reply(fault.status, 'text/plain', 'Moved.');
    default:
      return false;
  }
}
