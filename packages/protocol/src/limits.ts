/** The protocol spoken in `protocol` of every request and reply. Only its major number changes meaning. */
export const PROTOCOL = 'reponses/1';

/** What one request may hold. Bytes are UTF-8 bytes; kB here are KiB. */
export const LIMITS = {
  /** One payload. */
  itemBytes: 64 * 1024,
  /** What a client puts in one batch. */
  batchItems: 50,
  batchBytes: 256 * 1024,
  /** What the server still reads of a client that puts more. */
  serverItems: 200,
  serverBytes: 1024 * 1024,
  /** Nesting of the request's JSON. */
  jsonDepth: 16,
} as const;

/** Waiting times between tries, in seconds. */
export const RETRY_SECONDS = {min: 1, max: 24 * 60 * 60} as const;
