import {behavesAsKeyValueStore} from './key-value-store.suite.js';
import {memoryStore} from './memory-store.js';

describe('memoryStore', () => {
  behavesAsKeyValueStore(memoryStore);
});
