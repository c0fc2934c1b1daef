import type {LaunchOptions} from 'puppeteer-core';

/** How to start Chromium and Firefox for tests: off the network, and without the sandbox only where root leaves no choice. */
export const launchOptions: Record<'chromium' | 'firefox', (executablePath: string) => LaunchOptions> = {
  chromium: (executablePath) => ({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update', '--lang=fr'],
    ],
  }),
  firefox: (executablePath) => ({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {'ui.prefersReducedMotion': 0, 'intl.accept_languages': 'fr'},
  }),
};
