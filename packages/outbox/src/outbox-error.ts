/** An answer could not be kept on this device. Nothing was promised to the person. */
export class OutboxError extends Error {
  override readonly name = 'OutboxError';
  readonly code = 'not-saved';
}
