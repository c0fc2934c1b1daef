import {runCommandLine} from './command-line.js';
import {dataFolder} from './settings.js';

const {output, exitCode} = await runCommandLine(process.argv.slice(2), {folder: dataFolder(process.env)});
(exitCode === 0 ? process.stdout : process.stderr).write(`${output}\n`);
process.exitCode = exitCode;
