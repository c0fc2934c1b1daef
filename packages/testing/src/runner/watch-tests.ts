/**
 * Runs in the test page, before the test framework: makes a test fail for everything that `watchPage` sees while it runs. Mocha
 * alone lets an unhandled rejection or a policy violation pass.
 */
import {watchPage} from '../watch/watch.js';

type Done = (error?: unknown) => void;
interface Runnable {
  type: 'test' | 'hook';
  state?: string;
  err?: Error;
}
interface MochaClass {
  Runnable: {prototype: {run: (this: Runnable, done: Done) => void}};
  prototype: {run: (this: unknown, done: Done) => void};
}

// Lit says once that it is not built for production. It is not: its other warnings, which fail a test, exist only in that build.
Object.assign(globalThis, {litIssuedWarnings: new Set(['dev-mode'])});

let faults: string[] = [];
let last: Runnable | undefined;
// An uncaught error is left out: Mocha fails the test for it.
watchPage(({kind, text}) => kind !== 'error' && faults.push(`${kind}: ${text}`));

let Mocha: MochaClass | undefined;
Object.defineProperty(globalThis, 'Mocha', {
  get: () => Mocha,
  set(value: MochaClass) {
    Mocha = value;
    watchTests(value);
    watchEnd(value);
  },
});

function watchTests({Runnable: {prototype}}: MochaClass): void {
  const {run} = prototype;
  prototype.run = function (done) {
    if (this.type !== 'test') return run.call(this, done);
    if (last?.state === 'failed') takeFaults(); // its own, come late
    remember(this);
    run.call(this, (error) => onceReported(() => done(error ?? takeFaults())));
  };
}

function remember(test: Runnable): void {
  last = test;
}

/** What is reported only after the last test belongs to it. */
function watchEnd({prototype}: MochaClass): void {
  const {run} = prototype;
  prototype.run = function (done) {
    return run.call(this, (failures) =>
      onceReported(() => {
        const fault = takeFaults();
        if (fault && last && last.state !== 'failed') Object.assign(last, {state: 'failed', err: fault});
        done(failures);
      }),
    );
  };
}

/** The browser reports violations and rejections in tasks of their own, after the one that caused them. */
function onceReported(then: () => void): void {
  setTimeout(() => setTimeout(then));
}

function takeFaults(): Error | undefined {
  const seen = faults;
  faults = [];
  return seen.length ? new Error(`the page did what it must not:\n${seen.join('\n')}`) : undefined;
}
