/** This package's version, told to collectors. */
export const LIB = '0.1.0';

/** The database of an origin's outbox. */
export const DATABASE = 'ppgp-outbox';
