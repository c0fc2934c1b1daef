import {spawn, type ChildProcess, type SpawnOptions} from 'node:child_process';

const alive = new Set<ChildProcess>();
let armed = false;

/**
 * Starts a program in a process group of its own that ends with this process, also on Ctrl-C.
 * A browser is many processes: the group lets `killTree` end them together.
 */
export function spawnTied(command: string, args: string[], options: SpawnOptions = {}): ChildProcess {
  arm();
  const child = spawn(command, args, {...options, detached: process.platform !== 'win32'});
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

/** Kills a process and those it started; resolves when it is gone. */
export async function killTree(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, signal);
  await gone;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    child.kill(signal); // the group is gone already
  }
}

function arm() {
  if (armed) return;
  armed = true;
  const endAll = () => alive.forEach((child) => signalGroup(child, 'SIGKILL'));
  process.once('exit', endAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      endAll();
      process.kill(process.pid, signal);
    });
  }
}
