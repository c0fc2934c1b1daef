import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import '../define/ppgp-results.js';

runEmbeddableSuite('ppgp-results');
