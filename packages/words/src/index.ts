export {correctedWords} from './corrections.js';
export {fr, type Words} from './fr.js';
