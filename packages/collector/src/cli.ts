import {runCommandLine} from './command-line.js';
import type {CommandResult} from './command.js';
import {storePlace} from './settings.js';
import {StartError} from './store/answer-store.js';

const {output, exitCode} = await run();
(exitCode === 0 ? process.stdout : process.stderr).write(`${output}\n`);
process.exitCode = exitCode;

async function run(): Promise<CommandResult> {
  try {
    const {data, database} = storePlace(process.env);
    return await runCommandLine(process.argv.slice(2), {folder: data, database});
  } catch (error) {
    if (error instanceof StartError) return {output: error.message, exitCode: 1};
    throw error;
  }
}
