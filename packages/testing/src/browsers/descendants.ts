import {readdirSync, readFileSync} from 'node:fs';

/** A process as Linux's `/proc` shows it. `name` is cut after 15 characters. */
interface Seen {
  pid: number;
  parent: number;
  name: string;
  /** It has ended and only waits for its parent to notice. */
  ended: boolean;
}

/** The processes that `pid` started, and those that they started. Linux only: elsewhere there is no `/proc`. */
export function descendants(pid: number): Seen[] {
  const all = readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? (look(Number(entry)) ?? []) : []));
  const found: Seen[] = [];
  for (let parents = [pid]; parents.length > 0;) {
    const children = all.filter(({parent}) => parents.includes(parent));
    found.push(...children);
    parents = children.map((child) => child.pid);
  }
  return found;
}

function look(pid: number): Seen | undefined {
  try {
    // `1234 (name, which may hold brackets) S 1 …`
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const [state, parent] = text.slice(end + 2).split(' ');
    return {pid, parent: Number(parent), name: text.slice(text.indexOf('(') + 1, end), ended: state === 'Z'};
  } catch {
    return undefined; // it has gone meanwhile
  }
}
