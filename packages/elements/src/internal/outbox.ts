export {newId, type Outbox, type OutboxEvent, type OutboxExport, type Reason, type WaitingAnswer, type Wire} from '@ppgp/outbox';
export {hashReady, pageOutbox, sendWhatWaits} from '@ppgp/outbox/browser';

/** What only the panel of what waits needs: a chunk of its own, so that pages that ask do not fetch it. */
export const manage = () => import('@ppgp/outbox/manage');
