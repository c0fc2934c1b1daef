/** Codes of whole-request failures: the last part of `type` in an RFC 9457 problem document. */
export type ProblemCode =
  | 'malformed'
  | 'not-json'
  | 'no-id'
  | 'repeated-id'
  | 'too-many-items'
  | 'too-large'
  | 'too-deep'
  | 'unsupported-media-type'
  | 'unsupported-protocol'
  | 'unauthorized'
  | 'forbidden'
  | 'unknown-campaign'
  | 'not-found'
  | 'method-not-allowed'
  | 'invalid'
  | 'version-changed'
  | 'too-many-requests'
  | 'unavailable'
  | 'internal';

/** RFC 9457 problem document, served as `application/problem+json`. */
export interface Problem {
  /** `urn:ppgp:problem:` + a {@link ProblemCode}. */
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** Seconds. */
  retryAfter?: number;
  maxBytes?: number;
  maxItems?: number;
  /** Where a definition or campaign is wrong. */
  errors?: {path: string; code: string; detail: string}[];
}

export const PROBLEM_TYPE = 'urn:ppgp:problem:';
