// @ts-check
/** What editors read (docs/embedding.md says how), into each of the folders: the root `dist/` and that of the published package. */
import {readFileSync, writeFileSync} from 'node:fs';
import {customElementsManifest, vscodeCustomData, webTypes} from './formats.mjs';
import {readApi} from './read-api.mjs';

/** By file name. @returns {Record<string, unknown>} */
export function editorFiles(elements = readApi()) {
  const manifest = JSON.parse(readFileSync(new URL('../../../packages/elements/package.json', import.meta.url), 'utf8'));
  return {
    'custom-elements.json': customElementsManifest(elements),
    'vscode.html-custom-data.json': vscodeCustomData(elements),
    'web-types.json': webTypes(elements, manifest),
  };
}

/** @param {string[]} folders */
export function writeEditorFiles(folders) {
  for (const [name, content] of Object.entries(editorFiles())) {
    for (const folder of folders) writeFileSync(`${folder}/${name}`, `${JSON.stringify(content, null, 2)}\n`);
  }
}
