export {runEmbeddableSuite} from './embeddable.suite.js';
export {aPage} from '../states/a-page.js';
