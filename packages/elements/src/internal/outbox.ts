export {newId, type Outbox, type OutboxEvent} from '@ppgp/outbox';
export {hashReady, pageOutbox, sendWhatWaits} from '@ppgp/outbox/browser';
