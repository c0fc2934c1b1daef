export {figures, type FiguresOptions} from './figures.js';
export {newcombe, wilson, type Interval, type Proportion} from './interval.js';
export {share, type Share} from './share.js';
export {add, empty, merge, remove, type Counted, type Tally} from './tally.js';
export {ac1, cohen, fleiss, krippendorff, percentAgreement, type Coefficient} from './agreement.js';
export {bootstrap} from './bootstrap.js';
export {countedMarks, gridScores, type Marks, type Score, type Scores} from './grid-score.js';
export type {Codes, Unit, Units} from './rated-units.js';
