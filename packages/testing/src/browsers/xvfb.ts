import type {ChildProcess} from 'node:child_process';
import type {Readable} from 'node:stream';
import {spawnTied} from './tied-process.js';

/** Starts an X server that picks a free display itself (`-displayfd`): without a display WebKit's driver hangs for ever. */
export async function startXvfb(command: string): Promise<{child: ChildProcess; display: string}> {
  const child = spawnTied(command, ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error('Xvfb named no display within 10 s')), 10_000);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('\n')) return;
      clearTimeout(late);
      resolve(`:${said.trim()}`);
    });
  });
  return {child, display};
}
