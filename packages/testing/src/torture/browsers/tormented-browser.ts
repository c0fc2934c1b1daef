import {mkdir, readdir, stat, writeFile} from 'node:fs/promises';
import {launch, type CDPSession} from 'puppeteer-core';
import {findChromium, findFirefox, missingEngine, type Engine} from '../../browsers/engines.mjs';
import {launchOptions} from '../../browsers/launch-options.js';
import {startMiniBrowser} from '../../browsers/mini-browser.js';
import {killTree, spawnTied} from '../../browsers/tied-process.js';

export interface Start {
  profile: string;
  /** One tab each. */
  urls: string[];
  /** Leaves room for about so many bytes more. */
  room?: number | undefined;
  /** The X display of WebKit. */
  display?: string | undefined;
  /** More of the environment. */
  env?: Record<string, string> | undefined;
}

/** A real browser with its pages, on a profile that outlives it. What an engine cannot do is not there. */
export interface TormentedBrowser {
  /** SIGKILL for every process of it. */
  kill(): Promise<void>;
  /** Ends it politely. */
  close(): Promise<void>;
  /** WebKit: SIGKILL for the process that holds the databases. */
  killStorage?(): Promise<void>;
  /** Chromium: a tab's tasks stop, or go on. */
  freeze?(tab: number, frozen: boolean): Promise<void>;
  /** Chromium: a tab is closed, as by its cross. */
  closeTab?(tab: number): Promise<void>;
  /** Chromium: the origin's databases are erased under the open pages, as by the browser's own settings. */
  wipe?(): Promise<void>;
}

export const startTormented: Record<Engine, (start: Start) => Promise<TormentedBrowser>> = {chromium, firefox, webkit};

async function chromium({profile, urls, room, env}: Start): Promise<TormentedBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(missingEngine('chromium'));
  const browser = await launch({
    ...launchOptions.chromium(executablePath),
    userDataDir: profile,
    defaultViewport: null,
    env: {...process.env, ...env},
  });
  const tabs: CDPSession[] = [];
  const child = browser.process();
  const kill = async (): Promise<void> => {
    if (child) await killTree(child);
  };
  try {
    const [first] = await browser.pages();
    for (const url of urls) {
      const page = tabs.length === 0 && first ? first : await browser.newPage();
      const session = await page.createCDPSession();
      tabs.push(session);
      if (room !== undefined) {
        // Before the database is opened: set later it is ignored for a while.
        const {origin} = new URL(url);
        const {usage} = await session.send('Storage.getUsageAndQuota', {origin});
        await session.send('Storage.overrideQuotaForOrigin', {origin, quotaSize: usage + room});
      }
      await session.send('Page.navigate', {url});
    }
  } catch (error) {
    await kill();
    throw error;
  }
  return {
    kill,
    close: () => browser.close(),
    async freeze(tab, frozen) {
      await tabs[tab]?.send('Page.setWebLifecycleState', {state: frozen ? 'frozen' : 'active'});
    },
    async closeTab(tab) {
      await tabs[tab]?.send('Page.close');
    },
    async wipe() {
      const {origin} = new URL(urls[0] ?? '');
      await tabs[0]?.send('Storage.clearDataForOrigin', {origin, storageTypes: 'indexeddb'});
    },
  };
}

/** No talk, no restoring, no safe mode after being killed again and again. */
const preferences = {
  'browser.aboutwelcome.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.startup.max_resumed_crashes': -1,
  // One process for the page's tabs, none in reserve: it starts sooner.
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.newtab.preload': false,
};

/** What sites have stored in a profile of Firefox, in bytes. */
async function storedIn(profile: string): Promise<number> {
  const files = await readdir(`${profile}/storage/default`, {recursive: true, withFileTypes: true}).catch(() => []);
  const sizes = files.filter((file) => file.isFile()).map(async ({parentPath, name}) => (await stat(`${parentPath}/${name}`)).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function firefox({profile, urls, room, env}: Start): Promise<TormentedBrowser> {
  const executable = findFirefox();
  if (!executable) throw new Error(missingEngine('firefox'));
  // With less than sites have stored, it erases some of them when it starts: what it takes away by itself nobody can promise.
  const limit = room === undefined ? undefined : Math.ceil(((await storedIn(profile)) + room) / 1024);
  const all = {...preferences, ...(limit === undefined ? {} : {'dom.quotaManager.temporaryStorage.fixedLimit': limit})};
  await mkdir(profile, {recursive: true});
  await writeFile(`${profile}/prefs.js`, ''); // what an earlier start set is over
  await writeFile(
    `${profile}/user.js`,
    Object.entries(all)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const child = spawnTied(executable, ['--headless', '--no-remote', '--profile', profile, ...urls], {
    env: {...process.env, ...env},
    stdio: 'ignore',
  });
  return {kill: () => killTree(child), close: () => killTree(child, 'SIGTERM')};
}

async function webkit({profile, urls: [url = '', ...tabs], display, env}: Start): Promise<TormentedBrowser> {
  const browser = await startMiniBrowser({profile, url, tabs, env, ...(display === undefined ? {} : {display})});
  return {kill: () => browser.kill(), close: () => browser.close(), killStorage: () => browser.killNetworkProcess()};
}
