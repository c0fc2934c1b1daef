import {PROBLEM_TYPE, type Problem, type ProblemCode} from '@ppgp/protocol';

const KNOWN: Record<ProblemCode, {status: number; title: string}> = {
  malformed: {status: 422, title: 'The request does not have the expected form'},
  'not-json': {status: 400, title: 'The body is not JSON'},
  'no-id': {status: 422, title: 'An item has no readable id'},
  'repeated-id': {status: 422, title: 'An id appears twice'},
  'too-many-items': {status: 413, title: 'Too many items in one request'},
  'too-large': {status: 413, title: 'The body is too large'},
  'too-deep': {status: 422, title: 'The JSON is nested too deeply'},
  'unsupported-media-type': {status: 415, title: 'The body must be plain JSON'},
  'unsupported-protocol': {status: 422, title: 'This protocol is not spoken here'},
  unauthorized: {status: 401, title: 'A valid token is needed'},
  forbidden: {status: 403, title: 'This token does not allow it'},
  'unknown-campaign': {status: 404, title: 'This campaign is not registered'},
  'not-found': {status: 404, title: 'Nothing stands here'},
  'method-not-allowed': {status: 405, title: 'This method is not allowed here'},
  invalid: {status: 422, title: 'What was sent is not valid'},
  'version-changed': {status: 409, title: 'A registered version never changes'},
  'too-many-requests': {status: 429, title: 'Too many requests from there'},
  unavailable: {status: 503, title: 'The collector cannot do this now'},
  internal: {status: 500, title: 'The collector made a mistake'},
};

/** A request that is answered with an RFC 9457 problem document. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, members: Partial<Omit<Problem, 'type' | 'title'>> = {}, headers: Record<string, string> = {}) {
    super(code);
    this.problem = {type: PROBLEM_TYPE + code, ...KNOWN[code], ...members};
    const {retryAfter} = this.problem;
    this.headers = retryAfter === undefined ? headers : {...headers, 'Retry-After': String(retryAfter)};
  }

  toResponse(): Response {
    return new Response(JSON.stringify(this.problem), {
      status: this.problem.status,
      headers: {...this.headers, 'Content-Type': 'application/problem+json'},
    });
  }
}
