import type {ChildProcess} from 'node:child_process';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {descendants} from './descendants.js';
import {findWebKit, missingEngine} from './engines.mjs';
import {killTree, spawnTied} from './tied-process.js';
import {startXvfb} from './xvfb.js';

/** WebKit's storage and network live in a process of this name (cut after 15 characters, as Linux does). */
const NETWORK_PROCESS = 'WebKitNetworkProcess'.slice(0, 15);

interface MiniBrowserOptions {
  /** A folder for all that it stores: what is there is found again at the next start. */
  profile: string;
  url: string;
  /** More addresses, each in a tab of its own. */
  tabs?: string[];
  /** The X display to show itself on (`:7`), else one of its own where none is set. */
  display?: string;
  /** More of the environment. */
  env?: Record<string, string> | undefined;
}

/**
 * A plain WebKitGTK browser: nobody drives it, its pages tell what they have to tell by requests. Unlike one behind WebDriver its
 * storage persists, and it survives the death of its network process.
 */
export interface MiniBrowser {
  readonly pid: number;
  /**
   * SIGKILL for the process that holds IndexedDB: its pages get « Connection to Indexed Database server lost ». Resolves once it
   * is gone; the browser starts another when it needs one.
   */
  killNetworkProcess(): Promise<void>;
  /** SIGKILL for every process of it, now. */
  kill(): Promise<void>;
  /** Ends it politely. */
  close(): Promise<void>;
}

/** Throws with what to install when this machine has no WebKitGTK. */
export async function startMiniBrowser({profile, url, tabs = [], display, env: more}: MiniBrowserOptions): Promise<MiniBrowser> {
  const webkit = findWebKit();
  if (!webkit?.binary) throw new Error(missingEngine('webkit'));
  const env: NodeJS.ProcessEnv = {...process.env, ...more, HOME: profile, NO_AT_BRIDGE: '1', GTK_A11Y: 'none'};
  for (const kind of ['DATA', 'CACHE', 'CONFIG', 'STATE']) env[`XDG_${kind}_HOME`] = join(profile, kind.toLowerCase());
  let screen: ChildProcess | undefined;
  if (display !== undefined) {
    env['DISPLAY'] = display;
  } else if (webkit.xvfb) {
    const xvfb = await startXvfb(webkit.xvfb);
    screen = xvfb.child;
    env['DISPLAY'] = xvfb.display;
  }
  const child = spawnTied(webkit.binary, ['--geometry=900x700', url, ...tabs], {env, stdio: 'ignore'});
  const {pid} = child;
  if (pid === undefined) throw new Error(`${webkit.binary} could not be started`);

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await killTree(child, signal);
    if (screen) await killTree(screen);
  };
  return {
    pid,
    killNetworkProcess: () => killNamed(pid, NETWORK_PROCESS),
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  };
}

/** Kills the living descendants of that name: waits up to five seconds for one to kill, then until they are gone. */
async function killNamed(pid: number, name: string): Promise<void> {
  const living = (): number[] => descendants(pid).flatMap((each) => (each.name === name && !each.ended ? [each.pid] : []));
  let found = living();
  for (let attempt = 0; attempt < 250 && found.length === 0; attempt++) {
    await pause(20);
    found = living();
  }
  if (found.length === 0) throw new Error(`The browser has no ${name}.`);
  for (const each of found) process.kill(each, 'SIGKILL');
  while (living().some((each) => found.includes(each))) await pause(5);
}
