export type * from './answer.js';
export * from './boards.js';
export type * from './condition.js';
export * from './definition.js';
export type * from './question.js';
export type * from './results.js';
export * from './scales.js';
export * from './survey-error.js';
export * from './text.js';
