// @ts-check
/** Stops `npm publish` in a package's folder: what is published are the tarballs that were tested (docs/releasing.md). */
console.error('Publish the tarballs that "npm run release:pack" wrote: docs/releasing.md says how.');
process.exitCode = 1;
