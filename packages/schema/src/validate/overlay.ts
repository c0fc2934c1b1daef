import * as z from 'zod/mini';
import type {Overlay} from '../definition.js';
import type {Fault} from '../survey-error.js';
import {check, orRefuse} from './check.js';
import {id, lang, words} from './parts.js';
import {version} from './questionnaire.js';

const key = z.string().check(z.regex(/^[a-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/, {error: 'bad-key'}));

const overlay = z.strictObject({
  format: z.literal('ppgp-words/1'),
  of: id,
  version,
  lang,
  reviewed: z.boolean(),
  words: z.record(key, words),
});

/** Everything wrong with a value as an overlay; empty when it is one. */
export const overlayFaultsIn = (value: unknown): Fault[] => check(overlay, value);

/** @throws SurveyError `definition-invalid` with the faults found */
export const parseOverlay = (value: unknown): Overlay => orRefuse('The overlay', value, overlayFaultsIn(value));
