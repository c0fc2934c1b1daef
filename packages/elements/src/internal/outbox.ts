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
export {hashReady, pageOutbox} from '@ppgp/outbox/browser';
