import {pageOutbox} from '../internal/outbox.js';

// For a page without a tag of ours: made, the outbox sends what earlier visits left.
pageOutbox();
