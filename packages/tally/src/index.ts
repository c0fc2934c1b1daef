export {figures, type FiguresOptions} from './figures.js';
export {newcombe, wilson, type Interval, type Proportion} from './interval.js';
export {share, type Share} from './share.js';
export {add, empty, merge, remove, type Counted, type Tally} from './tally.js';
