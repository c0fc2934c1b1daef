// The program of sqlite-faults.ts: prints what SQLite finds wrong with a file, one a line.
import {sqliteDriver} from './sqlite-driver.js';

const [path = '', pragma = 'integrity_check'] = process.argv.slice(2);
const say = (text: unknown): unknown => process.stdout.write(`${String(text)}\n`);
try {
  const database = (await sqliteDriver()).open(path, {timeout: 5000});
  for (const row of database.prepare(`PRAGMA ${pragma}`).all()) say(row[pragma]);
  database.close();
} catch (error) {
  say(error instanceof Error ? error.message : error);
}
