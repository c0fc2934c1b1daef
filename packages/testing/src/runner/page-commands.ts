import type {TestRunnerPlugin} from '@web/test-runner';
import type {KeyInput, Page} from 'puppeteer-core';
import {WebDriverLauncher} from './webdriver-launcher.js';

interface Size {
  width: number;
  height: number;
}

/**
 * Two commands for browser tests, the same on every engine, called with `executeServerCommand` of `@web/test-runner-commands`:
 * `resize` `{width, height}` sizes the viewport; `press` `{keys: 'Shift+Tab'}` presses keys together. The runner's own commands can
 * do neither through WebDriver.
 */
export const pageCommands = (): TestRunnerPlugin<Size | {keys: string}> => ({
  name: 'page-commands',
  async executeCommand({command, payload, session}) {
    if (!payload || (command !== 'resize' && command !== 'press')) return undefined;
    const {browser, id} = session;
    if (browser instanceof WebDriverLauncher) {
      await ('keys' in payload ? browser.pressTogether(payload.keys.split('+')) : browser.setViewport(payload));
      return true;
    }
    if (!('getPage' in browser) || typeof browser.getPage !== 'function') throw new Error(`${browser.name}: ${command} is not possible`);
    const page = (browser.getPage as (id: string) => Page)(id);
    await ('keys' in payload ? pressTogether(page, payload.keys.split('+') as KeyInput[]) : page.setViewport(payload));
    return true;
  },
});

async function pressTogether(page: Page, keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}
