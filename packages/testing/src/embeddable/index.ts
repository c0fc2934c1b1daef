export {runEmbeddableSuite} from './embeddable.suite.js';
