export {correctedWords} from './corrections.js';
export {fr, type Words} from './fr.js';
export {frConfigured, type ConfiguredWords} from './fr-configured.js';
export {frDraft, type DraftWords} from './fr-draft.js';
export {frFirst, type FirstWords} from './fr-first.js';
export {frKinds, type KindsWords} from './fr-kinds.js';
export {frResults, type ResultsWords} from './fr-results.js';
