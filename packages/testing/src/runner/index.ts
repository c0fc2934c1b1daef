/** What `web-test-runner.config.mjs` needs. */
export {countReporter} from './count-reporter.js';
export {launchers} from './launchers.js';
export {pageCommands} from './page-commands.js';
export {strictPage, testPage} from './strict-page.js';
