import type {SurveyErrorCode} from '@ppgp/schema';

/** What the loader has seen since it runs, for the day that somebody asks. */
export interface Seen {
  violations: SecurityPolicyViolationEvent[];
  /** The last `ppgp-error` of each element. */
  codes: WeakMap<EventTarget, SurveyErrorCode>;
  /** Finds the tags, and what an editor leaves of them. */
  selector: string;
  /** What has not come yet: scripts, by their tags, or the page itself. */
  coming: Set<string>;
}
