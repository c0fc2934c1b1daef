export {runEmbeddableSuite} from './embeddable.suite.js';
export {aPage} from '../states/a-page.js';
export {grid as aGrid} from '../states/a-grid.js';
