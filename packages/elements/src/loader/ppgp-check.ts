/** What says the state of a page, with all that it needs in it: it leans on nothing that it has to check. Fetched when somebody asks. */
export {check} from './check/check.js';
export {showCheck} from './check/show-check.js';
