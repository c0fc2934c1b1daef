import {setTimeout as pause} from 'node:timers/promises';
import type {Page} from 'puppeteer-core';

/**
 * Makes `page.setViewport` work on Firefox ESR 140, which Debian may still have: puppeteer sets the orientation of the screen together
 * with the size, and that Firefox knows only the size.
 */
export function settledViewport(page: Page): Page {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (size) => {
    await setViewport(size).catch((error: unknown) => {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
    for (let attempt = 0; size && attempt < 100; attempt++) {
      if ((await page.evaluate('`${innerWidth} ${innerHeight}`')) === `${size.width} ${size.height}`) return;
      await pause(20);
    }
  };
  return page;
}
