import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {TestRunnerPlugin} from '@web/test-runner';
import type {Page} from 'puppeteer-core';
import {WebDriverLauncher} from './webdriver-launcher.js';

/** The command `picture` `{name}`, for browser tests: writes a PNG of the viewport into the folder that PICTURES names, if any. */
export const pictureCommand = (folder = process.env['PICTURES']): TestRunnerPlugin<{name: string}> => ({
  name: 'picture',
  async executeCommand({command, payload, session: {browser, id}}) {
    if (command !== 'picture' || !payload) return undefined;
    if (!folder) return false;
    const png =
      browser instanceof WebDriverLauncher
        ? await browser.takeScreenshot()
        : await (browser as unknown as {getPage(id: string): Page}).getPage(id).screenshot();
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, `${payload.name}, ${browser.name}.png`.replace(/[^\p{L}\d ,.-]/gu, '_')), png);
    return true;
  },
});
