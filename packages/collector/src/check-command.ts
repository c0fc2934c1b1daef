import {done, failed, type CommandResult, type Tools} from './command.js';

/** `check`: looks at the whole store. The fault of one campaign's answer is one line. */
export async function checkStore({store}: Tools): Promise<CommandResult> {
  const faults = await store.faults('whole');
  if (faults.length === 0) return done('The data are sound: files, indexes, and the hash of every answer.');
  return failed(
    [...faults, `The data are damaged (${faults.length} found). Nothing more is received; restore a backup into an empty folder.`].join(
      '\n',
    ),
  );
}
