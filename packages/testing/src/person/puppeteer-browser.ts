import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {launch, type Browser, type KeyInput, type Page} from 'puppeteer-core';
import {launchOptions} from '../browsers/launch-options.js';
import {settledViewport} from '../browsers/settled-viewport.js';
import {killTree} from '../browsers/tied-process.js';
import {takeFaults, watchSource} from '../watch/watch-source.js';
import type {Ran, Tab, TabBrowser} from './tab.js';
import {until} from './until.js';

interface Start {
  engine: 'chromium' | 'firefox';
  executablePath: string;
  profile: string;
  viewport: {width: number; height: number};
  names: string[];
  trusting: boolean;
}

/** Chromium over the DevTools protocol, Firefox over WebDriver BiDi, both through puppeteer. */
export async function startPuppeteer({engine, executablePath, profile, viewport, names, trusting}: Start): Promise<TabBrowser> {
  const options = launchOptions[engine](executablePath, names);
  const browser = await launch({...options, userDataDir: profile, defaultViewport: viewport, acceptInsecureCerts: trusting});
  return {
    async open() {
      // A window, not a tab: a hidden tab gets no animation frames and slow timers.
      const page = settledViewport(await browser.newPage({type: 'window'}));
      await page.setViewport(viewport);
      await page.evaluateOnNewDocument(watchSource);
      return puppeteerTab(page);
    },
    async close() {
      await browser.close();
      await restored(profile);
    },
    async kill() {
      await kill(browser);
      await restored(profile);
    },
  };
}

/** Firefox's launcher puts a profile's own preferences back after the browser has gone: until then it cannot be opened again. */
const restored = (profile: string): Promise<void> =>
  until(() => {
    const left = ['prefs.js.puppeteer', 'user.js.puppeteer'].filter((name) => existsSync(join(profile, name)));
    return Promise.resolve(left.length === 0 || `${left.join(' and ')} still stand in ${profile}`);
  }, 10);

function puppeteerTab(page: Page): Tab {
  return {
    run: async (expression) => (await page.evaluate(`(async () => ({value: await (${expression}), faults: ${takeFaults}}))()`)) as Ran,
    async goto(url) {
      await page.goto(url, {waitUntil: 'load'});
    },
    async reload() {
      await page.reload({waitUntil: 'load'});
    },
    async click(x, y) {
      await page.bringToFront();
      await page.mouse.click(x, y);
    },
    point: (x, y) => page.mouse.move(x, y),
    type: (text) => page.keyboard.type(text),
    async press(keys) {
      // Firefox, over BiDi, knows the space bar by its character only.
      const named = keys.map((key) => (key === 'Space' ? ' ' : key) as KeyInput);
      for (const key of named) await page.keyboard.down(key);
      for (const key of named.reverse()) await page.keyboard.up(key);
    },
    resize: (width, height) => page.setViewport({width, height}),
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  };
}

async function kill(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child) await killTree(child);
}
