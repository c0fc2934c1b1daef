import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findChromium, findFirefox, findWebKit, missingEngine, type Engine} from '../browsers/engines.mjs';
import {Person} from './person.js';
import {startPuppeteer} from './puppeteer-browser.js';
import type {TabBrowser} from './tab.js';
import {startWebKit} from './webkit-browser.js';

export interface BrowserOptions {
  /** A folder that keeps what the browser stores, for opening it again later; else a new one that goes with the browser. */
  profile?: string;
  /** In CSS pixels; 1000 × 800 unless told. */
  viewport?: {width: number; height: number};
  /** Names that lead to this machine, as a server's in an intranet would; not in WebKit. */
  names?: string[];
  /** It takes a certificate that nobody vouches for; not in WebKit. */
  trusting?: boolean;
}

/** A real browser with an empty profile, or with the given one. */
export interface Browser {
  readonly engine: Engine;
  /** Whether a profile outlives the browser: WebKit's driver always starts an empty one. */
  readonly persistent: boolean;
  /** Opens a page in a window of its own; windows of one browser share their storage. */
  open(url: string): Promise<Person>;
  close(): Promise<void>;
  /** Ends every process of it with SIGKILL, as an empty battery would. */
  kill(): Promise<void>;
}

/** Starts a browser; throws with what to install when the machine has none of this engine. */
export async function openBrowser(engine: Engine, options: BrowserOptions = {}): Promise<Browser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), `ppgp-${engine}-`)));
  const forget = async () => {
    if (!options.profile) await rm(profile, {recursive: true, force: true, maxRetries: 5});
  };
  const browser = await start(engine, profile, options);
  return {
    engine,
    persistent: engine !== 'webkit',
    async open(url) {
      const person = new Person(await browser.open());
      await person.goes(url);
      return person;
    },
    async close() {
      await browser.close();
      await forget();
    },
    async kill() {
      await browser.kill();
      await forget();
    },
  };
}

function start(
  engine: Engine,
  profile: string,
  {viewport = {width: 1000, height: 800}, names = [], trusting = false}: BrowserOptions,
): Promise<TabBrowser> {
  if (engine === 'webkit') {
    const webkit = findWebKit();
    if (webkit) return startWebKit(webkit, viewport);
  } else {
    const executablePath = engine === 'chromium' ? findChromium() : findFirefox();
    if (executablePath) return startPuppeteer({engine, executablePath, profile, viewport, names, trusting});
  }
  return Promise.reject(new Error(missingEngine(engine)));
}
