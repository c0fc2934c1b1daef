import type {ChildProcess} from 'node:child_process';
import {setTimeout as pause} from 'node:timers/promises';
import type {WebKit} from './engines.mjs';
import {freePort} from './free-port.js';
import {killTree, spawnTied} from './tied-process.js';
import {startXvfb} from './xvfb.js';

/**
 * One browser behind W3C WebDriver (https://www.w3.org/TR/webdriver2/), spoken over plain `fetch`. It starts the driver, and an X
 * server where it needs one. Serves WebKitGTK's MiniBrowser on Linux and Safari on a Mac.
 */
export class WebDriverSession {
  readonly version: string;
  #base: string;
  #processes: ChildProcess[];

  private constructor(base: string, version: string, processes: ChildProcess[]) {
    this.#base = base;
    this.version = version;
    this.#processes = processes;
  }

  /** @param browserArgs more arguments for the browser (MiniBrowser only) */
  static async start(webkit: WebKit, browserArgs: string[] = []): Promise<WebDriverSession> {
    const processes: ChildProcess[] = [];
    try {
      const env = {...process.env};
      if (webkit.xvfb) {
        const {child, display} = await startXvfb(webkit.xvfb);
        processes.unshift(child);
        env['DISPLAY'] = display;
      }
      const port = await freePort();
      const driver = spawnTied(webkit.driver, webkit.driverArgs(port), {env, stdio: ['ignore', 'ignore', 'pipe']});
      processes.unshift(driver);
      const server = `http://127.0.0.1:${port}`;
      await answers(server, driver);
      const options = webkit.binary
        ? {'webkitgtk:browserOptions': {binary: webkit.binary, args: ['--automation', ...browserArgs]}}
        : undefined;
      const made = (await send('POST', `${server}/session`, {
        capabilities: {alwaysMatch: {browserName: webkit.browserName, ...options}},
      })) as {sessionId: string; capabilities: {browserName: string; browserVersion: string}};
      const {browserName, browserVersion} = made.capabilities;
      const session = new WebDriverSession(`${server}/session/${made.sessionId}`, `${browserName} ${browserVersion}`, processes);
      await session.post('/timeouts', {pageLoad: 30_000, script: 30_000});
      return session;
    } catch (cause) {
      await Promise.all(processes.map((child) => killTree(child)));
      throw cause;
    }
  }

  get(path: string): Promise<unknown> {
    return send('GET', this.#base + path);
  }

  post(path: string, body: object = {}): Promise<unknown> {
    return send('POST', this.#base + path, body);
  }

  delete(path: string): Promise<unknown> {
    return send('DELETE', this.#base + path);
  }

  /** Runs a function body in the page, awaits what it returns. It is no `eval`: the page's policy does not see it. */
  execute(body: string): Promise<unknown> {
    return this.post('/execute/sync', {script: body, args: []});
  }

  /** Presses and releases the left button at a point of the viewport. */
  async click(x: number, y: number): Promise<void> {
    await this.pointer([
      {type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport'},
      {type: 'pointerDown', button: 0},
      {type: 'pointerUp', button: 0},
    ]);
  }

  /** Moves the mouse to a point of the viewport. */
  async point(x: number, y: number): Promise<void> {
    await this.pointer([{type: 'pointerMove', duration: 0, x, y, origin: 'viewport'}]);
  }

  async pointer(actions: object[]): Promise<void> {
    await this.post('/actions', {actions: [{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]});
  }

  /** Presses keys one after the other, each held until the chord ends: `[['Shift', 'Tab'], ['a']]`. */
  async press(chords: string[][]): Promise<void> {
    const actions = chords.flatMap((chord) => {
      const values = chord.map((key) => keyCodes[key] ?? key);
      return [...values.map((value) => ({type: 'keyDown', value})), ...values.reverse().map((value) => ({type: 'keyUp', value}))];
    });
    await this.post('/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  }

  /** Sizes the window until the page has this viewport. MiniBrowser gets no narrower than 447 px: then it throws. */
  async resize(width: number, height: number): Promise<void> {
    for (let attempt = 0; attempt < 10; attempt++) {
      const [innerWidth = 0, innerHeight = 0] = (await this.execute('return [innerWidth, innerHeight]')) as number[];
      if (innerWidth === width && innerHeight === height) return;
      const rect = (await this.get('/window/rect')) as {width: number; height: number};
      await this.post('/window/rect', {width: rect.width + width - innerWidth, height: rect.height + height - innerHeight});
      await this.execute('return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)))');
    }
    throw new Error(`${this.version} gives no viewport of ${width} × ${height} px (its window is at least 447 px wide)`);
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from((await this.get('/screenshot')) as string, 'base64');
  }

  async quit(): Promise<void> {
    await this.delete('').catch(() => undefined); // a crashed browser is gone already
    await this.kill();
  }

  /** SIGKILL for driver, browser and X server. */
  async kill(): Promise<void> {
    await Promise.all(this.#processes.map((child) => killTree(child)));
  }
}

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: {'content-type': 'application/json'},
    body: body ? JSON.stringify(body) : null,
    signal: AbortSignal.timeout(60_000),
  });
  const {value} = (await response.json()) as {value: unknown};
  if (response.ok) return value;
  const {error, message} = value as {error: string; message: string};
  throw new Error(`WebDriver ${method} ${new URL(url).pathname.replace(/^\/session\/[^/]+/, '')}: ${error}: ${message}`);
}

async function answers(server: string, driver: ChildProcess) {
  let ended: Error | undefined;
  let said = '';
  driver.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  driver.once('error', (error) => (ended = error));
  driver.once('exit', (code) => (ended ??= new Error(`the driver ended with code ${code}: ${said}`)));
  for (let attempt = 0; attempt < 200; attempt++) {
    if (ended) throw ended;
    if (
      await send('GET', `${server}/status`).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(50); // a driver says nothing when it is ready
  }
  throw new Error(`the driver did not answer within 10 s: ${said}`);
}

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keyCodes: Record<string, string> = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013',
  ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
}; // prettier-ignore
