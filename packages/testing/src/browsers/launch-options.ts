import type {LaunchOptions} from 'puppeteer-core';

/** How to start Chromium and Firefox for tests: off the network, and without the sandbox only where root leaves no choice. `names` lead to this machine. */
export const launchOptions: Record<'chromium' | 'firefox', (executablePath: string, names?: string[]) => LaunchOptions> = {
  chromium: (executablePath, names = []) => ({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update', '--lang=fr'],
      ...(names.length ? [`--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(',')}`] : []),
    ],
  }),
  firefox: (executablePath, names = []) => ({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {'ui.prefersReducedMotion': 0, 'intl.accept_languages': 'fr', 'network.dns.localDomains': names.join(',')},
  }),
};
