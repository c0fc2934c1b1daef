// @ts-check
/**
 * Finds the browser engines of this machine: no download, no dependency, plain JavaScript so that
 * `scripts/setup.mjs` can read it before anything is installed.
 */
import {accessSync, constants, existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */
/**
 * What it takes to start WebKit: a W3C WebDriver, its capabilities, and an X server where no display is set.
 * @typedef {{driver: string, driverArgs: (port: number) => string[], browserName: string, binary?: string, xvfb?: string}} WebKit
 */

/** @type {readonly Engine[]} */
export const engines = ['chromium', 'firefox', 'webkit'];

/** @type {Record<Engine, Partial<Record<NodeJS.Platform, string>>>} */
export const installHint = {
  chromium: {linux: 'apt-get install chromium', darwin: 'install Google Chrome', win32: 'install Google Chrome, or use Edge'},
  firefox: {linux: 'apt-get install firefox-esr', darwin: 'install Firefox', win32: 'install Firefox'},
  webkit: {linux: 'apt-get install webkit2gtk-driver xvfb', darwin: "run 'safaridriver --enable' once"},
};

const {env, platform} = process;
const windowsFolders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].filter((folder) => folder !== undefined);
const macFolders = ['/Applications', `${env['HOME'] ?? ''}/Applications`];

/** @param {string[]} names */
const onPath = (...names) =>
  names.flatMap((name) => (env['PATH'] ?? '').split(delimiter).flatMap((folder) => (folder ? [join(folder, name)] : [])));

/** @param {(string | undefined)[]} candidates */
function firstExecutable(candidates) {
  return candidates.find((path) => {
    if (!path) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Chromium, Chrome or Edge; `CHROMIUM_PATH` wins. */
export function findChromium() {
  if (platform === 'win32') {
    const names = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return firstExecutable([env['CHROMIUM_PATH'], ...names.flatMap((name) => windowsFolders.map((folder) => join(folder, name)))]);
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return firstExecutable([
      env['CHROMIUM_PATH'],
      ...names.flatMap((name) => macFolders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`)),
    ]);
  }
  return firstExecutable([
    env['CHROMIUM_PATH'],
    ...onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'),
  ]);
}

/** Stock Firefox; `FIREFOX_PATH` wins. */
export function findFirefox() {
  if (platform === 'win32')
    return firstExecutable([env['FIREFOX_PATH'], ...windowsFolders.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe'))]);
  if (platform === 'darwin')
    return firstExecutable([env['FIREFOX_PATH'], ...macFolders.map((folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`)]);
  return firstExecutable([env['FIREFOX_PATH'], ...onPath('firefox', 'firefox-esr')]);
}

/**
 * WebKitGTK's MiniBrowser with its driver on Linux, Safari on a Mac.
 * @returns {WebKit | undefined}
 */
export function findWebKit() {
  if (platform === 'darwin') {
    const driver = firstExecutable(['/usr/bin/safaridriver']);
    return driver ? {driver, driverArgs: (port) => ['-p', String(port)], browserName: 'safari'} : undefined;
  }
  if (platform !== 'linux') return undefined;
  const triplets = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  const folders = [...triplets.map((name) => `/usr/lib/${name}`), '/usr/lib', '/usr/lib64', '/usr/libexec'];
  const driver = firstExecutable(onPath('WebKitWebDriver'));
  const binary = firstExecutable(
    folders.flatMap((folder) => ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((api) => join(folder, api, 'MiniBrowser'))),
  );
  const xvfb = firstExecutable(onPath('Xvfb'));
  if (!driver || !binary || (!xvfb && !hasDisplay())) return undefined;
  return {
    driver,
    driverArgs: (port) => [`--port=${port}`, '--host=127.0.0.1'],
    browserName: 'MiniBrowser',
    binary,
    ...(xvfb && !hasDisplay() ? {xvfb} : {}),
  };
}

/** @param {Engine} engine */
export function hasEngine(engine) {
  return {chromium: findChromium, firefox: findFirefox, webkit: findWebKit}[engine]() !== undefined;
}

/**
 * The engines to test with: `ENGINES=chromium,webkit`, else all three.
 * @returns {Engine[]}
 */
export function wantedEngines() {
  const names = (env['ENGINES'] ?? engines.join(',')).split(',').map((name) => name.trim());
  return names.map((name) => {
    const engine = engines.find((known) => known === name);
    if (!engine) throw new Error(`ENGINES: '${name}' is none of ${engines.join(', ')}`);
    return engine;
  });
}

/**
 * What to say about an engine that is not here.
 * @param {Engine} engine
 */
export const missingEngine = (engine) =>
  `${engine} was not found on this machine: ${installHint[engine][platform] ?? 'it does not exist for it'}`;

function hasDisplay() {
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
