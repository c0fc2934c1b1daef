export * from './batch.js';
export * from './limits.js';
export * from './problem.js';
export * from './receipt.js';
