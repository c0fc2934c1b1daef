import {frStaff, type Connection} from '@ppgp/words';
import type {TemplateResult} from 'lit';
import {WaitingController} from '../../../ppgp-outbox/waiting-controller.js';
import {announce} from '../../status-voice.js';
import {addStyles} from '../../styles/add-styles.js';
import type {KioskHost} from '../kiosk-controller.js';
import {StaffCode, digitsOf} from './staff-code.js';
import {connectionOf} from './connection.js';
import {staffScreen} from './staff-screens.js';
import {staffStyles} from './staff.styles.js';
import {aboutTablet, type Tablet} from './tablet.js';

/** In seconds: how long nobody touches the panel before it closes, and how long before that it says so. */
export const STAFF_TIMES = {close: 60, say: 20};

/** `insecure`: the browser cannot hash a code here. `unread`: the device's storage refuses. */
export type StaffStep = 'choose' | 'enter' | 'forgotten' | 'insecure' | 'unread' | 'open';

/** What was wrong with what was typed. */
export type StaffFault = 'codeWrongForm' | 'codeNotKept' | 'codeWrong';

/** The panel of a shared tablet's staff: behind their code, what waits and how the tablet is. Never what is in an answer. */
export class StaffPanel {
  step: StaffStep | undefined;
  fault: StaffFault | undefined;
  connection: Connection | 'testing' | undefined;
  tablet: Tablet | undefined;
  waiting: WaitingController | undefined;
  readonly host: KioskHost;
  readonly #isAwake: () => boolean;
  readonly #code: StaffCode;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #touchedAt = 0;
  #saidSoon = false;

  constructor(host: KioskHost, isAwake: () => boolean, code = new StaffCode()) {
    this.host = host;
    this.#isAwake = isAwake;
    this.#code = code;
  }

  get isOpen(): boolean {
    return this.step !== undefined;
  }

  get isAwake(): boolean {
    return this.#isAwake();
  }

  get secondsToWait(): number {
    return this.#code.secondsToWait;
  }

  get secondsLeft(): number {
    return Math.ceil(STAFF_TIMES.close - (performance.now() - this.#touchedAt) / 1000);
  }

  /** Whether to say that it closes. */
  get closesSoon(): boolean {
    return this.secondsLeft <= STAFF_TIMES.say;
  }

  screen(): TemplateResult | undefined {
    return this.isOpen ? staffScreen(this) : undefined;
  }

  async open(): Promise<void> {
    addStyles(this.host.renderRoot as ShadowRoot, staffStyles);
    for (const name of ['pointerdown', 'keydown', 'input']) addEventListener(name, this.#touched);
    document.addEventListener('visibilitychange', this.#seen);
    this.#touched();
    this.#ticking ??= setInterval(this.#tick, 1000);
    await this.#goTo(await this.#firstStep());
  }

  /** Back to what everybody sees. */
  close(): void {
    for (const name of ['pointerdown', 'keydown', 'input']) removeEventListener(name, this.#touched);
    document.removeEventListener('visibilitychange', this.#seen);
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    if (this.waiting) {
      this.host.removeController(this.waiting);
      this.waiting.hostDisconnected();
    }
    this.waiting = this.connection = this.tablet = this.fault = undefined;
    void this.#goTo(undefined);
  }

  async choose(written: string): Promise<void> {
    const digits = digitsOf(written);
    if (digits === undefined) return this.#wrong('codeWrongForm');
    try {
      await this.#code.choose(digits);
    } catch (cause) {
      console.warn('ppgp: the code was not kept.', cause);
      return this.#wrong('codeNotKept');
    }
    await this.#unlock();
  }

  async enter(written: string): Promise<void> {
    if (this.secondsToWait > 0) return;
    try {
      if (await this.#code.check(digitsOf(written) ?? '')) await this.#unlock();
      else await this.#wrong('codeWrong');
    } catch (cause) {
      console.warn('ppgp: the code cannot be read.', cause);
      await this.#goTo('unread');
    }
  }

  /** « Code oublié ? »: how many wait, which tells when nothing is lost by starting anew. */
  async forget(): Promise<void> {
    this.#read();
    await this.#goTo('forgotten');
  }

  async test(): Promise<void> {
    if (this.connection === 'testing') return;
    this.connection = 'testing';
    this.host.requestUpdate();
    const found = await connectionOf(this.host);
    if (!this.isOpen) return;
    this.connection = found;
    announce(frStaff.connection({connection: found}));
    this.tablet = await aboutTablet();
    this.host.requestUpdate();
  }

  async #firstStep(): Promise<StaffStep> {
    if (!StaffCode.isPossible) {
      this.#read();
      return 'insecure';
    }
    try {
      return (await this.#code.isChosen()) ? 'enter' : 'choose';
    } catch (cause) {
      console.warn('ppgp: the code cannot be read.', cause);
      return 'unread';
    }
  }

  async #unlock(): Promise<void> {
    // It closed by itself meanwhile.
    if (!this.isOpen) return;
    this.#read();
    this.tablet = await aboutTablet();
    await this.#goTo('open');
  }

  #read(): void {
    this.waiting ??= new WaitingController(this.host);
  }

  async #wrong(fault: StaffFault): Promise<void> {
    this.fault = fault;
    announce(this.secondsToWait > 0 ? frStaff.codeWait({seconds: this.secondsToWait}) : frStaff[fault]);
    this.host.requestUpdate();
    await this.host.updateComplete;
    const field = this.host.find('code') as HTMLInputElement | null;
    if (field) field.value = '';
    field?.focus();
  }

  async #goTo(step: StaffStep | undefined): Promise<void> {
    this.step = step;
    this.fault = undefined;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.find(step === undefined ? 'attract' : 'staff')?.focus();
  }

  readonly #touched = (): void => {
    this.#touchedAt = performance.now();
    this.#saidSoon = false;
  };

  /** Whoever wakes the screen may be another person. */
  readonly #seen = (): void => {
    if (document.hidden) this.close();
  };

  readonly #tick = (): void => {
    if (this.secondsLeft <= 0) return this.close();
    if (this.closesSoon && !this.#saidSoon) {
      this.#saidSoon = true;
      announce(frStaff.closesSoon({seconds: this.secondsLeft}));
    }
    this.host.requestUpdate();
  };
}
