export {correctedWords} from './corrections.js';
export {fr, type Words} from './fr.js';
export {frResults, type ResultsWords} from './fr-results.js';
