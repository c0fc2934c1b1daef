import type {Item} from '@ppgp/protocol';
import type {Wire} from './parcel.js';

/** All that waits on a device, in a file that a collector can import and another outbox can take. Plain JSON. */
export interface OutboxExport {
  format: 'ppgp-outbox/1';
  /** Day by the device's clock, UTC, YYYY-MM-DD. */
  exportedOn: string;
  /** Version of the library that wrote it. */
  lib: string;
  /** The answers, the oldest first, byte for byte as they would be sent. */
  items: ExportedAnswer[];
  /** Records that this build cannot read, as they are: nothing is left out. */
  unreadable: {key: string; value: unknown}[];
}

export interface ExportedAnswer {
  /** Absolute http(s) URL it was saved for. */
  endpoint: string;
  /** How it is sent there; without it, by our protocol. */
  wire?: Wire | undefined;
  item: Item;
  savedDay: string;
}
