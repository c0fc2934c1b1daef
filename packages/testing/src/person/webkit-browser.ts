import {WebDriverSession} from '../browsers/webdriver-session.js';
import type {WebKit} from '../browsers/engines.mjs';
import {takeFaults} from '../watch/watch-source.js';
import type {Ran, Tab, TabBrowser} from './tab.js';
import {startWatchingProxy} from './watching-proxy.js';

interface Size {
  width: number;
  height: number;
}

/**
 * WebKit behind W3C WebDriver. WebDriver has no script that runs before those of the page, so a proxy puts the watching one into
 * each HTML page (Linux only: Safari takes no proxy, and there nothing is watched).
 */
export async function startWebKit(webkit: WebKit, viewport: Size): Promise<TabBrowser> {
  const proxy = webkit.binary ? await startWatchingProxy() : undefined;
  const session = await WebDriverSession.start(webkit, proxy ? [`--proxy=${proxy.url}`] : []);
  // The window it starts with stays empty and open: a driver whose last window closes ends its session.
  const first = (await session.get('/window')) as string;
  // A driver acts on one window at a time: each step first turns to its own, and steps come one after the other.
  let last: Promise<unknown> = Promise.resolve();
  function inWindow<T>(handle: string, step: () => Promise<T>): Promise<T> {
    const result = last.then(() => session.post('/window', {handle})).then(step);
    last = result.catch(() => undefined);
    return result;
  }

  return {
    async open() {
      const {handle} = (await inWindow(first, () => session.post('/window/new', {type: 'window'}))) as {handle: string};
      await inWindow(handle, () => session.resize(viewport.width, viewport.height));
      return webkitTab(session, (step) => inWindow(handle, step));
    },
    async close() {
      await session.quit();
      proxy?.close();
    },
    async kill() {
      await session.kill();
      proxy?.close();
    },
  };
}

function webkitTab(session: WebDriverSession, here: <T>(step: () => Promise<T>) => Promise<T>): Tab {
  return {
    run: async (expression) =>
      (await here(() => session.execute(`return (async () => ({value: await (${expression}), faults: ${takeFaults}}))()`))) as Ran,
    async goto(url) {
      await here(() => session.post('/url', {url}));
    },
    async reload() {
      await here(() => session.post('/refresh'));
    },
    click: (x, y) => here(() => session.click(x, y)),
    point: (x, y) => here(() => session.point(x, y)),
    type: (text) => here(() => session.press([...text].map((character) => [character]))),
    press: (keys) => here(() => session.press([keys])),
    resize: (width, height) => here(() => session.resize(width, height)),
    screenshot: () => here(() => session.screenshot()),
    async close() {
      await here(() => session.delete('/window'));
    },
  };
}
