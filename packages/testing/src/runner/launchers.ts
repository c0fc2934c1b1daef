import type {BrowserLauncher} from '@web/test-runner';
import {chromeLauncher, puppeteerCore} from '@web/test-runner-chrome';
import {findChromium, findFirefox, findWebKit, missingEngine, wantedEngines, type Engine} from '../browsers/engines.mjs';
import {launchOptions} from '../browsers/launch-options.js';
import {settledViewport} from '../browsers/settled-viewport.js';
import {WebDriverLauncher} from './webdriver-launcher.js';

const launcher: Record<Engine, () => BrowserLauncher | undefined> = {
  chromium() {
    const path = findChromium();
    if (!path) return undefined;
    const chromium = chromeLauncher({launchOptions: launchOptions.chromium(path), ...alone});
    return Object.assign(chromium, {name: 'Chromium'});
  },
  firefox() {
    const path = findFirefox();
    if (!path) return undefined;
    const firefox = chromeLauncher({
      puppeteer: puppeteerCore,
      launchOptions: launchOptions.firefox(path),
      concurrency: 1,
      createPage: async ({context}) => settledViewport(await context.newPage()),
    });
    return Object.assign(firefox, {name: 'Firefox'});
  },
  webkit() {
    const webkit = findWebKit();
    return webkit && new WebDriverLauncher(webkit);
  },
};

/** One browser context, so one window, for each page: a hidden tab gets no animation frames, and storage stays apart. */
const alone: Parameters<typeof chromeLauncher>[0] = {
  concurrency: 1,
  createPage: async ({browser}) => (await browser.createBrowserContext()).newPage(),
};

/**
 * The browsers of this machine for the test runner. An engine that is missing is named in `missing`; under CI=true it is an error.
 */
export function launchers(): {browsers: BrowserLauncher[]; missing: string[]} {
  const found = wantedEngines().map((engine) => ({engine, browser: launcher[engine]()}));
  const browsers = found.flatMap(({browser}) => browser ?? []);
  const missing = found.flatMap(({engine, browser}) => (browser ? [] : [missingEngine(engine)]));
  if (missing.length && process.env['CI']) throw new Error(missing.join('\n'));
  if (!browsers.length) throw new Error(`No browser to test with.\n${missing.join('\n')}`);
  return {browsers, missing};
}
