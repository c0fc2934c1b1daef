import {base} from './base.js';
import {controls} from './controls.js';
import {questions} from './questions.js';
import {tokens} from './tokens.js';

/** The look of every element that asks. */
export const styles = [tokens, base, controls, questions];
