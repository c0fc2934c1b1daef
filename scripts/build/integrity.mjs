// @ts-check
/** `dist/sri.json`: size and subresource integrity (https://www.w3.org/TR/SRI/) of every script, for pages that pin what they load. */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';

/** @param {string} dist */
export function writeIntegrity(dist) {
  const names = /** @type {string[]} */ (readdirSync(dist, {recursive: true})).filter((name) => name.endsWith('.js')).sort();
  const files = Object.fromEntries(
    names.map((name) => {
      const bytes = readFileSync(`${dist}/${name}`);
      return [name, {bytes: bytes.length, integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`}];
    }),
  );
  writeFileSync(`${dist}/sri.json`, `${JSON.stringify({files}, null, 2)}\n`);
}
