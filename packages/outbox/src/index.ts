export type {Drafts} from './drafts.js';
export {OutboxError} from './outbox-error.js';
export type {Counts, OutboxEvent} from './outbox-event.js';
export {newId} from './new-id.js';
export {Outbox} from './outbox.js';
export type {NewParcel, Parcel} from './parcel.js';
export type {Clock, Hash, Lock, Network, Ports, Random} from './ports.js';
export type {Reason, Reply} from './reply.js';
