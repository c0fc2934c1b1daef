export {newId, type Outbox, type OutboxEvent} from '@ppgp/outbox';
export {pageOutbox, sendWhatWaits} from '@ppgp/outbox/browser';
