import {isIP} from 'node:net';

/** An IPv4 address that came in through an IPv6 socket. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The eight groups of an IPv6 address, its `::` filled in. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const gap = tail === undefined ? 0 : 8 - (first?.length ?? 0) - (last?.length ?? 0);
  return [...(first ?? []), ...Array.from({length: Math.max(0, gap)}, () => '0'), ...(last ?? [])];
}

/**
 * The network an address is in: the /24 of IPv4, the /64 of IPv6, which is about a household or a waiting room.
 * Undefined for what is no address.
 */
export function prefixOf(address: string): string | undefined {
  const bare = address.replace(/%.*$/, '');
  const plain = MAPPED.exec(bare)?.[1] ?? bare;
  if (isIP(plain) === 4) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(plain) !== 6) return undefined;
  const four = groupsOf(plain).slice(0, 4);
  return `${four.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => {
  const bare = address.replace(/^::ffff:/i, '');
  return bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
};
