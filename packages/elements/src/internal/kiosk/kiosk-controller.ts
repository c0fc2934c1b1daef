import {frKiosk} from '@ppgp/words';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {announce} from '../status-voice.js';
import type {ElementState} from '../questionnaire/questionnaire-element.js';
import type {Reader} from '../reader.js';
import {IdleWatch, type IdlePhase} from './idle-watch.js';

/** An element on a shared screen. */
export interface KioskHost extends ReactiveControllerHost, HTMLElement {
  readonly mode: string;
  readonly state: ElementState;
  readonly reader: Reader;
  reset(): void;
}

/** What could not be kept is still being sent, from memory: clearing the screen does not lose it. */
const GIVEN: readonly ElementState[] = ['saved', 'sent', 'parked', 'handed', 'unsaved'];
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'input'];
/** A countdown is said every so many seconds. */
const SPOKEN = 10;

/** `mode="kiosk"`: a screen that people share. It begins by itself for each of them, and clears itself after them. */
export class KioskController implements ReactiveController {
  readonly #host: KioskHost;
  readonly #watch: IdleWatch;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #lock: WakeLockSentinel | undefined;
  #wasDark = false;
  /** How many tens of seconds were said to be left. */
  #spoken: number | undefined;

  constructor(host: KioskHost) {
    this.#host = host;
    this.#watch = new IdleWatch(() => {
      host.reset();
      announce(this.#words.cleared);
    });
    host.addController(this);
  }

  /** Undefined elsewhere than on a shared screen. */
  get phase(): IdlePhase | undefined {
    return this.#host.mode === 'kiosk' ? this.#watch.phase : undefined;
  }

  get secondsLeft(): number {
    return this.#watch.secondsLeft(performance.now());
  }

  hostConnected(): void {
    for (const name of TOUCHES) addEventListener(name, this.#touched, {passive: true});
    document.addEventListener('visibilitychange', this.#seen);
    this.#host.addEventListener('contextmenu', this.#noMenu);
    this.#ticking ??= setInterval(() => this.#tick(), 1000);
    void this.#keepAwake();
  }

  hostDisconnected(): void {
    for (const name of TOUCHES) removeEventListener(name, this.#touched);
    document.removeEventListener('visibilitychange', this.#seen);
    this.#host.removeEventListener('contextmenu', this.#noMenu);
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    void this.#lock?.release();
    this.#lock = undefined;
  }

  begin(): void {
    this.#watch.begin(performance.now());
    this.#host.requestUpdate();
  }

  goOn(): void {
    this.#watch.goOn(performance.now());
    this.#host.requestUpdate();
  }

  finish(): void {
    this.#watch.finish();
    this.#host.requestUpdate();
  }

  get #words(): typeof frKiosk {
    return this.#host.reader.words(frKiosk);
  }

  #tick(): void {
    if (this.#host.mode !== 'kiosk') return;
    const {state} = this.#host;
    const before = this.#watch.phase;
    this.#watch.tick(performance.now(), {busy: state === 'saving', given: GIVEN.includes(state)});
    const {phase} = this.#watch;
    this.#count();
    if (phase !== before || phase === 'warning' || phase === 'thanks') this.#host.requestUpdate();
  }

  /** Says how long is left: at once, then each time that ten seconds more have gone, however late a tick comes. */
  #count(): void {
    const tens = this.#watch.phase === 'warning' ? Math.ceil(this.secondsLeft / SPOKEN) : undefined;
    if (tens === this.#spoken) return;
    this.#spoken = tens;
    if (tens) announce(this.#words.stillThereSpoken({seconds: this.secondsLeft}));
  }

  readonly #touched = (): void => this.#watch.touched(performance.now());

  /** A long press offers nothing of the browser's. */
  readonly #noMenu = (event: Event): void => {
    if (this.#host.mode === 'kiosk') event.preventDefault();
  };

  readonly #seen = (): void => {
    if (document.hidden) {
      this.#wasDark = true;
    } else if (this.#wasDark) {
      this.#wasDark = false;
      this.#watch.returned(performance.now());
      this.#count();
      this.#host.requestUpdate();
      void this.#keepAwake();
    }
  };

  /** A bonus: where the browser gives no lock, the system's settings must keep the screen on. */
  async #keepAwake(): Promise<void> {
    if (this.#host.mode !== 'kiosk' || document.hidden) return;
    this.#lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
  }
}
