export {OutboxError, type NotKept} from './outbox-error.js';
export type {Counts, OutboxEvent} from './outbox-event.js';
export {newId} from './new-id.js';
export {Outbox} from './outbox.js';
export type {ExportedAnswer, OutboxExport} from './outbox-export.js';
export type {NewParcel, Parcel, Wire} from './parcel.js';
export type {Canary, Clock, Hash, Lock, Network, Ports, Random} from './ports.js';
export type {Reason, Reply} from './reply.js';
export type {WaitingAnswer} from './waiting-answer.js';
