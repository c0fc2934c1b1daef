import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import '../define/ppgp-survey.js';

runEmbeddableSuite('ppgp-survey');
