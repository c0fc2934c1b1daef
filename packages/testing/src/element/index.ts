/** For browser tests of elements: what a page, a person and the other end of the wire do to them. */
export {aQuestionnaire} from './a-questionnaire.js';
export {emptyOutbox, fullDevice, slowDevice} from './broken-storage.js';
export {fakeSite, type FakeSite} from './fake-site.js';
export {hasten} from './hasten.js';
export * from './keyboard.js';
export * from './left-answers.js';
export * from './tested-element.js';
