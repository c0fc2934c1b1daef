/** The part `server` of this copy, on the embedded store alone and small. Sends what was broken to its parent. */
import {server} from '../server/index.js';

process.env['TORTURE_SMALL'] = '1';
const broken: string[] = [];
try {
  const {answers: _, faults: __, ...counts} = await server({level: 0, seed: 7, say: () => undefined});
  for (const [what, count] of Object.entries(counts)) if (count > 0) broken.push(`${what} ${count}`);
} catch (error) {
  // A receipt or a start that is not as it should be ends the part.
  broken.push(`I6: the part broke off: ${String(error)}`);
}
process.send?.(broken, () => process.exit());
