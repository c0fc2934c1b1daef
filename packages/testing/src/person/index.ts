/** A person at a real browser, for end-to-end tests. */
export {openBrowser, type Browser, type BrowserOptions} from './browser.js';
export {eachEngine} from './each-engine.js';
export {Person, type AxeViolation, type Where} from './person.js';
export type {PageFault} from '../watch/watch.js';
export type {Engine} from '../browsers/engines.mjs';
