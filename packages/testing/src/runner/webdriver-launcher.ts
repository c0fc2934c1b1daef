import type {BrowserLauncher} from '@web/test-runner';
import type {WebKit} from '../browsers/engines.mjs';
import {WebDriverSession} from '../browsers/webdriver-session.js';

/** A browser of the test runner behind WebDriver; the methods from `sendKeys` on are those its commands call for `type: 'webdriver'`. */
export class WebDriverLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  readonly type = 'webdriver';
  /** One window, one page at a time: never throttled as a background tab. */
  readonly concurrency = 1;
  #webkit: WebKit;
  #starting: Promise<WebDriverSession> | undefined;
  #active: string | undefined;

  constructor(webkit: WebKit) {
    this.#webkit = webkit;
  }

  async startSession(id: string, url: string): Promise<void> {
    const session = await this.#session();
    await session.post('/url', {url});
    this.#active = id;
  }

  isActive(id: string): boolean {
    return this.#active === id;
  }

  async getBrowserUrl(): Promise<string> {
    return (await (await this.#session()).get('/url')) as string;
  }

  async stopSession(): Promise<{testCoverage?: never}> {
    this.#active = undefined;
    await (await this.#session()).post('/url', {url: 'about:blank'});
    return {};
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('WebKit has no debug session here: use ENGINES=chromium or firefox'));
  }

  async stop(): Promise<void> {
    if (this.#starting) await (await this.#starting).quit();
  }

  async setViewport({width, height}: {width: number; height: number}): Promise<void> {
    await (await this.#session()).resize(width, height);
  }

  async pressTogether(keys: string[]): Promise<void> {
    await (await this.#session()).press([keys]);
  }

  async sendKeys(_id: string, keys: string[]): Promise<void> {
    await (await this.#session()).press(keys.map((key) => [key]));
  }

  async sendMouseMove(_id: string, x: number, y: number): Promise<void> {
    await (await this.#session()).pointer([{type: 'pointerMove', duration: 0, x, y, origin: 'viewport'}]);
  }

  async sendMouseClick(_id: string, x: number, y: number): Promise<void> {
    await (await this.#session()).click(x, y);
  }

  async sendMouseDown(): Promise<void> {
    await (await this.#session()).pointer([{type: 'pointerDown', button: 0}]);
  }

  async sendMouseUp(): Promise<void> {
    await (await this.#session()).pointer([{type: 'pointerUp', button: 0}]);
  }

  async resetMouse(): Promise<void> {
    await (await this.#session()).delete('/actions');
  }

  async takeScreenshot(): Promise<Buffer> {
    return (await this.#session()).screenshot();
  }

  #session(): Promise<WebDriverSession> {
    return (this.#starting ??= WebDriverSession.start(this.#webkit).then(async (session) => {
      await session.post('/window/rect', {width: 1000, height: 800});
      return session;
    }));
  }
}
