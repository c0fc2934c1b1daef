export {LOST} from './connection.js';
export {ChangedError, sameValue, type Change, type KeyValueStore} from './key-value-store.js';
export {isEphemeral} from './is-ephemeral.js';
export {memoryStore} from './memory-store.js';
export {openStore} from './indexed-db-store.js';
