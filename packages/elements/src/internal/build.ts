import type {Day} from '@ppgp/schema';

// Written in by the build; absent where the source runs as it is.
declare const __PPGP_BUILD_DAY__: string | undefined;

/** The day this build was made; undefined where the source was not built. */
export const buildDay = (): Day | undefined => (typeof __PPGP_BUILD_DAY__ === 'string' ? __PPGP_BUILD_DAY__ : undefined);
