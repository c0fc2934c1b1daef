import type {Definition, Lang} from '@ppgp/schema';
import {frKiosk} from '@ppgp/words';
import {html, type ReactiveController, type ReactiveElement, type TemplateResult} from 'lit';
import {announce} from '../status-voice.js';
import {addStyles} from '../styles/add-styles.js';
import type {ElementState} from '../questionnaire/questionnaire-element.js';
import {Reader} from '../reader.js';
import {IdleWatch} from './idle-watch.js';
import {languagesOf, isRightToLeft} from './languages.js';
import {attractScreen, clearsSoon, stillThere} from './kiosk-screens.js';
import {kioskStyles} from './kiosk.styles.js';
import type {StaffPanel} from './staff/staff-panel.js';
import {BOUNCE_MS, Touches, type Signal} from './touches.js';

/** An element on a shared screen. */
export interface KioskHost extends ReactiveElement {
  readonly mode: string;
  readonly state: ElementState;
  readonly reader: Reader;
  /** Of its headings. */
  readonly level: number;
  /** What it shows, once that is there. */
  readonly found: {readonly definition: Definition} | undefined;
  reset(): void;
  find(id: string): HTMLElement | null;
}

/** What could not be kept is still being sent, from memory: clearing the screen does not lose it. */
const GIVEN: readonly ElementState[] = ['saved', 'sent', 'parked', 'handed', 'unsaved'];
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'input'];
/** A countdown is said every so many seconds. */
const SPOKEN = 10;
/** « Équipe » opens when it is pressed so many times within so many milliseconds: no child does that by chance, a keyboard or a switch can. */
const KNOCKS = {count: 5, within: 5_000};

/**
 * `mode="kiosk"`: a screen that people share. It begins by itself for each of them, and clears itself after them. A part of the script of
 * its own, which a page that is not shared does not fetch.
 */
export class KioskController implements ReactiveController {
  readonly #host: KioskHost;
  readonly #watch: IdleWatch;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #lock: WakeLockSentinel | undefined;
  #wasDark = false;
  /** How many tens of seconds were said to be left. */
  #spoken: number | undefined;
  readonly #touches = new Touches();
  #clicked: {target: EventTarget | undefined; at: number} = {target: undefined, at: -Infinity};
  #knocks: number[] = [];
  #staff: StaffPanel | undefined;
  /** In the language that the person who is here chose. */
  spoken: Reader | undefined;
  /** The staff's panel could not be fetched. */
  isStaffMissing = false;

  constructor(host: KioskHost) {
    this.#host = host;
    this.#watch = new IdleWatch(() => {
      this.spoken = undefined;
      host.reset();
      announce(this.#words.cleared);
    });
    host.addController(this);
    addStyles(host.renderRoot as ShadowRoot, kioskStyles);
  }

  get reader(): Reader {
    return this.#host.reader;
  }

  get level(): number {
    return this.#host.level;
  }

  /** How the person who is here touched the screen, where that is to be known. */
  get signals(): Signal[] | undefined {
    return this.#touches.signals;
  }

  /** What « Quitter vite » does here. */
  get exitHow(): string {
    return this.#words.exitHow;
  }

  /** What the screen offers, between two people. */
  get title(): string | TemplateResult {
    const definition = this.#host.found?.definition;
    return definition?.kind === 'questionnaire' ? this.reader.show(definition.title) : this.#words.attractTitle;
  }

  /** An element's screen as it is on a shared screen. */
  around(screen: TemplateResult | undefined): TemplateResult {
    return this.between(() => []) ?? html`${screen}${this.clearsSoon()}${this.stillThere()}`;
  }

  /** What is shown between two people, instead of the element's own screen; undefined while somebody is here. */
  between(pictures: () => readonly TemplateResult[]): TemplateResult | undefined {
    if (this.#watch.phase !== 'attract') return undefined;
    return this.#staff?.screen() ?? attractScreen(this, pictures());
  }

  /** Under the receipt. */
  clearsSoon(): TemplateResult | undefined {
    return this.#watch.phase === 'thanks' ? clearsSoon(this) : undefined;
  }

  /** On top of everything. */
  stillThere(): TemplateResult | undefined {
    return this.#watch.phase === 'warning' ? stillThere(this) : undefined;
  }

  get secondsLeft(): number {
    return this.#watch.secondsLeft(performance.now());
  }

  hostConnected(): void {
    for (const name of TOUCHES) addEventListener(name, this.#touched, {passive: true});
    document.addEventListener('visibilitychange', this.#seen);
    this.#host.addEventListener('contextmenu', this.#noMenu);
    this.#host.addEventListener('pointerup', this.#lifted);
    this.#host.addEventListener('click', this.#clicks, {capture: true});
    this.#ticking ??= setInterval(() => this.#tick(), 1000);
    void this.#keepAwake();
  }

  hostDisconnected(): void {
    for (const name of TOUCHES) removeEventListener(name, this.#touched);
    document.removeEventListener('visibilitychange', this.#seen);
    this.#host.removeEventListener('contextmenu', this.#noMenu);
    this.#host.removeEventListener('pointerup', this.#lifted);
    this.#host.removeEventListener('click', this.#clicks, {capture: true});
    if (this.#staff?.isOpen) this.#staff.close();
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    void this.#lock?.release();
    this.#lock = undefined;
  }

  /** What there is to read in more than one language: those to choose from, else none. */
  get languages(): Lang[] {
    const definition = this.#host.found?.definition;
    return definition ? languagesOf(definition, this.#host.reader.lang) : [];
  }

  begin(lang?: Lang): void {
    this.spoken = lang === undefined ? undefined : new Reader(lang);
    this.#touches.clear();
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

  /** « Équipe » was pressed. */
  async knock(): Promise<void> {
    const now = performance.now();
    this.#knocks = [...this.#knocks.filter((at) => now - at < KNOCKS.within), now];
    if (this.#knocks.length < KNOCKS.count) return;
    this.#knocks = [];
    try {
      const {StaffPanel} = await import('./staff/staff-panel.js');
      this.#staff ??= new StaffPanel(this.#host, () => this.#lock?.released === false);
      this.isStaffMissing = false;
      if (!this.#staff.isOpen) await this.#staff.open();
    } catch (cause) {
      console.warn('ppgp: the panel of the staff could not be fetched.', cause);
      this.isStaffMissing = true;
      announce(this.#words.staffFailed);
    }
    this.#host.requestUpdate();
  }

  get #words(): typeof frKiosk {
    return this.#host.reader.words(frKiosk);
  }

  hostUpdated(): void {
    const body = this.#host.renderRoot.querySelector('.body');
    if (this.spoken) body?.setAttribute('dir', isRightToLeft(this.spoken.lang) ? 'rtl' : 'ltr');
    else body?.removeAttribute('dir');
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
  }

  /** Thanks come with the receipt. */
  hostUpdate(): void {
    if (this.#watch.phase === 'open' && GIVEN.includes(this.#host.state)) this.#advance();
  }

  #advance(): void {
    const {state} = this.#host;
    this.#watch.tick(performance.now(), {busy: state === 'saving', given: GIVEN.includes(state)});
  }

  #tick(): void {
    const before = this.#watch.phase;
    this.#advance();
    const {phase} = this.#watch;
    this.#count();
    // The system took it back, for a weak battery perhaps.
    if (this.#lock?.released) void this.#keepAwake();
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

  /** A swipe that scrolls ends otherwise. */
  readonly #lifted = ({clientX: x, clientY: y, isPrimary}: PointerEvent): void => {
    if (isPrimary) this.#touches.touch({x, y, at: performance.now()});
  };

  /** A hand that trembles presses a thing once. A key, and a press that no hand made, count no clicks. */
  readonly #clicks = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    const at = performance.now();
    const isBounce = event.detail > 0 && target === this.#clicked.target && at - this.#clicked.at < BOUNCE_MS;
    this.#clicked = {target, at};
    if (!isBounce) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A long press offers nothing of the browser's. */
  readonly #noMenu = (event: Event): void => event.preventDefault();

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
    this.#lock = undefined;
    if (document.hidden) return;
    this.#lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
  }
}
