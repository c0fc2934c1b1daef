import {readFileSync, readdirSync} from 'node:fs';
import {packaged, type HostFile} from './serve-host.js';

const folder = new URL('../../../../examples/hosts/', import.meta.url);
/** Where the pages of odd hosts stand. */
export const HOSTS = '/examples/hosts/';

/** Those pages with all that stands beside them, and the style sheets of npm packages that they name. */
export function exampleHosts(): Record<string, HostFile> {
  const names = readdirSync(folder).filter((name) => /\.(html|css|js)$/.test(name));
  const sheets = ['bootstrap/dist/css/bootstrap.min.css', 'modern-normalize/modern-normalize.css'];
  return {
    ...Object.fromEntries(names.map((name) => [HOSTS + name, readFileSync(new URL(name, folder), 'utf8')])),
    ...Object.fromEntries(sheets.map((path) => [`/packaged/${path}`, packaged(path)])),
  };
}
