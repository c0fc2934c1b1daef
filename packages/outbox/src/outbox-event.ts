import type {Reason, Trouble} from './reply.js';

/** What an outbox tells whoever watches it. Ids are answers' ids; those of earlier visits appear too. */
export type OutboxEvent =
  /** It survives closing, crashing and a power cut from now on; perhaps it could not be saved at first. */
  | {type: 'saved'; id: string}
  /** The collector has it on disk. `previousId`: the id it was saved under, where that one turned out to be taken. */
  | {type: 'sent'; id: string; previousId?: string | undefined}
  /** Tried, and still waiting; tried again by itself. */
  | {type: 'retry'; ids: string[]; reason: Reason}
  /** The collector refused it for itself. It is kept on the device; a person has to look. */
  | {type: 'parked'; id: string; code: string}
  /** All that is due was tried: another tab may have sent what waited. */
  | {type: 'idle'}
  /** Something an integrator, or whoever runs the network, has to put right. The answers wait. */
  | {type: 'trouble'; code: Trouble; ids: string[]}
  /** The device's storage vanished, and with it so many answers that waited: nobody can send them any more. */
  | {type: 'missing'; count: number};

/** What is on the device, and not known to be delivered. */
export interface Counts {
  pending: number;
  parked: number;
  /** Records of a newer build, which this one leaves alone. */
  unreadable: number;
  /** Answers that vanished from this device before they were sent, as far as this page has noticed. */
  missing: number;
  /** A damaged database was set aside, and perhaps answers in it: there may be more than these. */
  partial: boolean;
}
