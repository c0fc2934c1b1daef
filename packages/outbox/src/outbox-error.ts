import {LOST} from '@ppgp/browser-store';

/**
 * Why an answer was not kept:
 * - quota: the device, or the site's share of it, is full
 * - refused: the browser gives this page no storage
 * - lost: the storage was there and failed; reloading the page may help
 * - ephemeral: it forgets when the window is closed
 * - invalid: it could never be delivered (a wrong id or endpoint, another answer's id)
 */
export type NotKept = 'quota' | 'refused' | 'lost' | 'ephemeral' | 'invalid';

/** An answer could not be kept on this device. Nothing was promised to the person. */
export class OutboxError extends Error {
  override readonly name = 'OutboxError';
  readonly reason: NotKept;

  /** `cause`: what the device said, or a sentence about what is wrong. */
  constructor(cause: unknown, reason: NotKept = reasonOf(cause)) {
    super(`Not kept: ${reason}.`, {cause});
    this.reason = reason;
  }
}

/** What an error of the device's storage means. */
function reasonOf(cause: unknown): NotKept {
  const {name, message} = Object(cause) as Error;
  if (name === 'QuotaExceededError' || /full disk/i.test(message)) return 'quota';
  return [...LOST, 'TimeoutError'].includes(name) ? 'lost' : 'refused';
}
