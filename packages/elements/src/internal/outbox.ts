import {newId} from '@ppgp/outbox';
import {browserRandom, pageOutbox, sendWhatWaits} from '@ppgp/outbox/browser';

/** A new answer's id. */
export const newAnswerId = (): string => newId(browserRandom);
export {pageOutbox, sendWhatWaits};
export type {Outbox, OutboxEvent} from '@ppgp/outbox';
