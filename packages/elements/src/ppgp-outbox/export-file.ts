import type {OutboxExport} from '../internal/outbox.js';
import {answersTable} from './answers-table.js';

/** A file that a person was offered. */
export interface ExportFile {
  kind: 'json' | 'table';
  name: string;
  text: string;
  /** `blob:` address of it, until it is let go of. */
  url: string;
  exported: OutboxExport;
}

/** The bytes of an export, as the collector imports it, or as a table. The name tells the day, and nothing of what is in it. */
export function exportFile(kind: ExportFile['kind'], exported: OutboxExport): ExportFile {
  const isTable = kind === 'table';
  const text = isTable ? answersTable(exported) : JSON.stringify(exported, undefined, 1);
  const url = URL.createObjectURL(new Blob([text], {type: isTable ? 'text/csv' : 'application/json'}));
  return {kind, name: `reponses-${exported.exportedOn}.${isTable ? 'csv' : 'json'}`, text, url, exported};
}

/** Has the browser keep the file where it keeps downloads. Whether it did, nobody tells a page. */
export function download({name, url}: ExportFile): void {
  const link = Object.assign(document.createElement('a'), {download: name, href: url});
  link.click();
}
