import {watchPage} from './watch.js';

/** `watchPage` as a script for other pages: it collects the faults in `globalThis.__pageFaults`, which `takeFaults` empties. */
export const watchSource = `(() => {
  const __name = (value) => value;
  globalThis.__pageFaults = [];
  (${String(watchPage)})((fault) => globalThis.__pageFaults.push(fault));
})();`;

/** An expression: the faults since it was last evaluated. */
export const takeFaults = 'globalThis.__pageFaults?.splice(0) ?? []';
