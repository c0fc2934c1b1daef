// @ts-check
import {createHash} from 'node:crypto';

/**
 * The file that says: all tests of this test file had ended, its process had not, and was killed.
 * @param {string} counts where the run writes its counts @param {string} testFile
 */
export const endedMark = (counts, testFile) => `${counts}.${createHash('sha256').update(testFile).digest('hex').slice(0, 16)}.ended`;
