export {openStore} from './indexed-db-store.js';
export {ChangedError, type Change, type KeyValueStore} from './key-value-store.js';
export {memoryStore} from './memory-store.js';
