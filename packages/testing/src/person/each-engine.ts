import {describe, it} from 'node:test';
import {hasEngine, missingEngine, wantedEngines, type Engine} from '../browsers/engines.mjs';

/**
 * Declares the same tests for each wanted engine. One that this machine does not have is a skipped test, under CI=true a failed one.
 */
export function eachEngine(declare: (engine: Engine) => void): void {
  for (const engine of wantedEngines()) {
    if (hasEngine(engine)) {
      describe(engine, () => declare(engine));
    } else if (process.env['CI']) {
      it(engine, () => {
        throw new Error(missingEngine(engine));
      });
    } else {
      it(engine, {skip: missingEngine(engine)});
    }
  }
}
