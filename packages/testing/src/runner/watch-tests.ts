/**
 * Runs in the test page, before the test framework: makes a test fail for everything that `watchPage` sees while it runs. Mocha
 * alone lets an unhandled rejection or a policy violation pass.
 */
import {watchPage} from '../watch/watch.js';

type Done = (error?: unknown) => void;
interface MochaClass {
  Runnable: {prototype: {run: (this: unknown, done: Done) => void}};
}

// Lit says once that it is not built for production. It is not: its other warnings, which fail a test, exist only in that build.
Object.assign(globalThis, {litIssuedWarnings: new Set(['dev-mode'])});

let faults: string[] = [];
// An uncaught error is left out: Mocha fails the test for it.
watchPage(({kind, text}) => kind !== 'error' && faults.push(`${kind}: ${text}`));

let Mocha: MochaClass | undefined;
Object.defineProperty(globalThis, 'Mocha', {
  get: () => Mocha,
  set(value: MochaClass) {
    Mocha = value;
    const {run} = value.Runnable.prototype;
    value.Runnable.prototype.run = function (done) {
      run.call(this, (error) => {
        // The browser reports violations and rejections in a task after the one that caused them.
        setTimeout(() => {
          const seen = faults;
          faults = [];
          done(error ?? (seen.length ? new Error(`the page did what it must not:\n${seen.join('\n')}`) : undefined));
        });
      });
    };
  },
});
