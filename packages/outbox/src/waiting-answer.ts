/** One answer that waits, for a person to see: never its content. */
export interface WaitingAnswer {
  id: string;
  campaign: string;
  /** Where it will be sent. */
  endpoint: string;
  /** Day of saving by the device's clock, UTC, YYYY-MM-DD. */
  savedDay: string;
  /** `parked`: the collector refused it for itself. */
  state: 'pending' | 'parked';
  /** Why it is parked. */
  code?: string | undefined;
  /** False: only in this page's memory; it is gone with the page. */
  stored: boolean;
}
