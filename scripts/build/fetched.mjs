// @ts-check
/** What a page fetches for an entry of `dist/`: at once, and all in. The sizes and the tags for integrity go by it. */

/** Fetched later by some pages only, by the module that is imported; everything else counts as "all in". */
const optional = {
  'packages/elements/src/define/': 'the loader fetches the tags that stand on the page',
  'packages/elements/src/loader/ppgp-check.ts': 'only when somebody asks a page for its state',
  'packages/elements/src/internal/questionnaire/restore.ts': 'answers that the host page gives are fitted to the questionnaire',
  'packages/elements/src/internal/controllers/foreign-definition.ts': 'a definition loaded by src is validated first',
  'packages/elements/src/internal/questionnaire/configured.ts': 'what only such a definition can need',
  'packages/schema/src/validate/': 'a ready-made definition was validated when it was built',
  'packages/outbox/src/manage.ts': 'only for the panel of what waits',
  'packages/browser-store/src/move.ts': 'only where a damaged database was set aside',
  'packages/outbox/src/browser/sha256.ts': 'hashing where the browser has none: plain HTTP',
  'packages/elements/src/internal/controllers/draft-controller.ts': 'only where a page asks for drafts',
  'packages/outbox/src/drafts.ts': 'only on a device that keeps unfinished answers',
  'packages/elements/src/internal/kiosk/kiosk-controller.ts': 'only on a screen that people share',
  'packages/elements/src/internal/kiosk/staff/': 'only when the staff open their panel',
  'packages/elements/src/needs-plateau/drag-piles.ts': 'an extra, only where there are piles: the buttons do the same',
  'packages/elements/src/needs-plateau/qr-code.ts': 'only when a code is asked for',
  'packages/elements/src/pemat-grid/group.ts': 'only where ratings are compared, exported, removed, or the grid is printed empty',
  'packages/elements/src/pemat-grid/beside/': 'only where a document is opened beside the grid; PDF.js only for a PDF',
  'packages/elements/src/ppgp-results/take/': 'only when a block is taken away as an image, or a page as a document',
  'packages/elements/src/questions/more-kinds.ts': 'only for a questionnaire that ranks, counts, dates or asks for consent',
  'packages/instruments/src/': 'a ready-made instrument that is not the default of its tag; figures of a campaign that names one',
};

/** @param {import('./bundle-report.mjs').Bundle} bundle */
export function fetched(bundle) {
  /** A chunk of several modules has no one module that it was asked for by. @param {import('./bundle-report.mjs').Chunk | undefined} chunk */
  function isOptional(chunk) {
    const modules = chunk?.facade ? [chunk.facade] : Object.keys(chunk?.modules ?? {});
    return modules.some((module) => Object.keys(optional).some((path) => module.startsWith(path)));
  }

  /** The chunks and all that they import, which the browser fetches with them. @param {string[]} files */
  function withImports(files) {
    const found = new Set(files);
    for (const file of found) bundle[file]?.imports.forEach((next) => found.add(next));
    return [...found];
  }

  /** Also what is fetched later, the optional parts apart. @param {string} entry */
  function allIn(entry) {
    const found = new Set(withImports([entry]));
    for (const file of found) {
      const later = bundle[file]?.dynamicImports.filter((next) => !isOptional(bundle[next])) ?? [];
      withImports(later).forEach((next) => found.add(next));
    }
    return [...found];
  }

  return {withImports, allIn};
}
