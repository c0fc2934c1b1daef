export {
  newId,
  type NotKept,
  type Outbox,
  type OutboxEvent,
  type OutboxExport,
  type Reason,
  type WaitingAnswer,
  type Wire,
} from '@ppgp/outbox';
export {hashReady, pageOutbox, sendWhatWaits} from '@ppgp/outbox/browser';
