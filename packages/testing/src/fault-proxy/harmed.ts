import type {IncomingHttpHeaders} from 'node:http';
import type {Fault} from './fault.js';

/** What a server answered. */
export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Receipt {
  protocol: string;
  results: {id: string; status: string; hash?: string}[];
}

/** The request as it arrives at the collector. */
export function harmedRequest(body: Buffer, fault: Fault | undefined): Buffer {
  return fault?.kind === 'flip' ? withOtherLetter(body) : body;
}

/** The reply as it arrives at the page: the same, or a changed one. */
export function harmedReply(reply: Reply, fault: Fault | undefined): Reply {
  const changed = (change: (receipt: Receipt) => void): Reply => {
    const receipt = readReceipt(reply.body);
    if (!receipt) return reply;
    change(receipt);
    return {...reply, body: Buffer.from(JSON.stringify(receipt))};
  };
  switch (fault?.kind) {
    case 'wrong-hash':
      return changed(({results}) => {
        for (const result of results) if (result.hash !== undefined) result.hash = `sha256-${'A'.repeat(43)}`;
      });
    case 'missing-item':
      return changed(({results}) => void results.shift());
    case 'extra-item':
      return changed(({results}) => void results.push({...results[0], id: '00000000-0000-4000-8000-000000000000', status: 'stored'}));
    case 'repeated-item':
      return changed(({results}) => results.push(...results.slice(0, 1)));
    case 'other-protocol':
      return changed((receipt) => (receipt.protocol = 'reponses/999'));
    case 'no-cors': {
      const readable = Object.entries(reply.headers).filter(([name]) => !name.startsWith('access-control-'));
      return {...reply, headers: Object.fromEntries(readable)};
    }
    default:
      return reply;
  }
}

function readReceipt(body: Buffer): Receipt | undefined {
  try {
    const receipt = JSON.parse(body.toString()) as Partial<Receipt>;
    return Array.isArray(receipt.results) ? (receipt as Receipt) : undefined;
  } catch {
    return undefined;
  }
}

/** A letter inside the first payload is changed: the JSON stays whole, so that only the payload's hash can tell. */
function withOtherLetter(body: Buffer): Buffer {
  const start = body.indexOf('"payload":"');
  if (start < 0) return body;
  const harmed = Buffer.from(body);
  for (let at = start + '"payload":"'.length; at < harmed.length; at++) {
    const letter = harmed[at] ?? 0;
    // Neither an escape nor a part of a longer character: a to y become b to z.
    if (letter < 0x61 || letter > 0x79 || harmed[at - 1] === 0x5c) continue;
    harmed[at] = letter + 1;
    break;
  }
  return harmed;
}
