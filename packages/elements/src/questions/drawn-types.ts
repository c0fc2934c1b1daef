import type {QuestionType} from '@ppgp/schema';

/** The types of question that this version draws. */
export const DRAWN_TYPES = ['single', 'multiple', 'scale', 'matrix', 'text', 'statement', 'section'] as const satisfies QuestionType[];
