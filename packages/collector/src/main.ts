import {serve} from './serve.js';
import {readSettings} from './settings.js';

try {
  const {url, close} = await serve({
    ...readSettings(process.env),
    alone: true,
    log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
  });
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void close();
    });
  }
  process.stdout.write(`ready ${url}/\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
