// @ts-check
/** Prints what `custom-elements.json` says of each element, from today's sources. For tests, which must not wait in the process that serves them. */
import {declaration} from './formats.mjs';
import {readApi} from './read-api.mjs';

console.log(JSON.stringify(readApi().map(declaration)));
