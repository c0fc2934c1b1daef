import {openStore, type KeyValueStore} from '@ppgp/browser-store';

/** What staff keep on a device is apart from what families gave. */
const DATABASE = 'ppgp-work';
const KEY = 'kiosk/code';
/** Of PBKDF2 with SHA-256: what OWASP asked for in 2023. A short code can still be guessed by who copies the device's storage. */
const ROUNDS = 600_000;
/** Wrong tries that cost nothing. Each one after that doubles the wait, from the first to the last, in seconds. */
const FREE = 3;
const WAIT = {first: 30, last: 900};

/** What is kept of a code. */
interface Kept {
  v: 1;
  rounds: number;
  /** Hexadecimal. */
  salt: string;
  hash: string;
  /** Tries in a row that were wrong. */
  wrong: number;
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (written: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array((written.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));

async function hashOf(code: string, salt: string, rounds: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: rounds}, key, 256);
  return hex(new Uint8Array(bits));
}

/** 4 to 12 digits, with or without spaces. */
export function digitsOf(written: string): string | undefined {
  const digits = written.replace(/\s/g, '');
  return /^\d{4,12}$/.test(digits) ? digits : undefined;
}

/** The code of a device's staff: chosen there, kept there as a salted hash. Its methods reject where the device's storage refuses. */
export class StaffCode {
  readonly #store: KeyValueStore;
  readonly #now: () => number;
  readonly #rounds: number;
  #waitsUntil = 0;
  #isRead = false;

  /** `now`: milliseconds of a clock that only goes forward. */
  constructor({store = openStore(DATABASE), now = () => performance.now(), rounds = ROUNDS} = {}) {
    this.#store = store;
    this.#now = now;
    this.#rounds = rounds;
  }

  /** A browser hashes on a secure page only: plain HTTP has no `crypto.subtle`. */
  static get isPossible(): boolean {
    return (crypto.subtle as SubtleCrypto | undefined) !== undefined;
  }

  async isChosen(): Promise<boolean> {
    return (await this.#read()) !== undefined;
  }

  /** Until another try is possible. A page that is opened anew waits from its beginning: no clock of the wall is trusted. */
  get secondsToWait(): number {
    return Math.max(0, Math.ceil((this.#waitsUntil - this.#now()) / 1000));
  }

  /** Keeps a first code; rejects where there is one. */
  async choose(code: string): Promise<void> {
    const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
    const kept: Kept = {v: 1, rounds: this.#rounds, salt, hash: await hashOf(code, salt, this.#rounds), wrong: 0};
    await this.#store.commit([
      {expect: KEY, value: undefined},
      {put: KEY, value: kept},
    ]);
  }

  /** Whether this is the code. False without a look while one has to wait. */
  async check(code: string): Promise<boolean> {
    const kept = await this.#read();
    if (!kept || this.secondsToWait > 0) return false;
    // Counted before it is tried: a page that is closed meanwhile gains nothing.
    const tried = {...kept, wrong: kept.wrong + 1};
    await this.#store.commit([{put: KEY, value: tried}]);
    const isRight = (await hashOf(code, kept.salt, kept.rounds)) === kept.hash;
    if (isRight) await this.#store.commit([{put: KEY, value: {...kept, wrong: 0}}]);
    else this.#wait(tried);
    return isRight;
  }

  async #read(): Promise<Kept | undefined> {
    const kept = (await this.#store.get(KEY)) as Kept | undefined;
    if (kept && !this.#isRead) this.#wait(kept);
    this.#isRead = true;
    return kept;
  }

  #wait({wrong}: Kept): void {
    if (wrong < FREE) return;
    this.#waitsUntil = this.#now() + Math.min(WAIT.last, WAIT.first * 2 ** (wrong - FREE)) * 1000;
  }
}
