/** What `web-test-runner.config.mjs` needs. */
export {countReporter} from './count-reporter.js';
export {elementApi} from './element-api.js';
export {fakeSites} from './fake-site.js';
export {launchers} from './launchers.js';
export {pageCommands} from './page-commands.js';
export {pictureCommand} from './picture-command.js';
export {strictPage, testPage} from './strict-page.js';
