import {gridScores} from '@ppgp/tally';
import {frGrid} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icon, icons} from '../internal/icons.js';
import {title} from '../questions/frame.js';
import {download} from './download.js';
import {csvOf} from './dossier/csv.js';
import {documentsOf, dossierFile, type RatedDocument, type RatedVersion} from './dossier/dossier.js';
import {settledMarks} from './dossier/settled-marks.js';
import type {RaterView} from './rater-view.js';

const file = icon('M6 3h8l4 4v14H6zM14 3v5h4M12 11v6M9.5 14.5L12 17l2.5-2.5');
const folder = icon('M3 6.5h6l2 2.5h10v10.5H3z');

/** The scores of a version in words, by its settled marks. */
function scoreLine({grid, reader}: RaterView, version: RatedVersion): string {
  const words = reader.words(frGrid);
  const {domains} = gridScores(grid, settledMarks(version).marks);
  return grid.domains
    .map(({id, label}) => {
      const {agreed = 0, rated = 0} = domains[id] ?? {};
      return `${reader.plain(label)}\u00a0: ${rated === 0 ? words.scoreLater : words.score({agreed, rated})}`;
    })
    .join(' · ');
}

function versionCard(view: RaterView, {document, title: name}: RatedDocument, version: RatedVersion): TemplateResult {
  const words = view.reader.words(frGrid);
  const {documentVersion, version: label, day, own, agreed} = version;
  const facts = [words.ratings({count: own.length}), day && words.lastChange({day}), agreed && words.settled].filter(Boolean).join(' · ');
  return html`<li class="grid tight card" part="version">
    <p><b>${words.versionOf({version: label})}</b> <span class="small soft">${facts}</span></p>
    <p class="small">${scoreLine(view, version)}</p>
    <div class="flow">
      ${own.map(
        ({rater, raterLabel}) =>
          html`<button type="button" part="open" @click=${() => view.open({document, documentVersion, rater})}>
            ${words.continueRating({rater: raterLabel || words.unnamedRater})}
          </button>`,
      )}
      <button type="button" @click=${() => view.start({title: name, version: label})}>${words.newRating}</button>
      ${
        own.length > 1
          ? html`<button type="button" class="second" part="side-by-side" @click=${() => view.go({kind: 'agreement', document, documentVersion})}>${words.compareRaters}</button>`
          : undefined
      }
    </div>
  </li>`;
}

function documentCard(view: RaterView, document: RatedDocument, level: number): TemplateResult {
  const words = view.reader.words(frGrid);
  const [before, after] = document.versions.slice(-2);
  return html`<section class="grid" part="document">
    <span class="name" role="heading" aria-level=${level}>${document.title || words.unnamedDocument}</span>
    <ul class="grid">${document.versions.map((version) => versionCard(view, document, version))}</ul>
    <div class="flow">
      <button type="button" @click=${() => view.start({title: document.title, version: String(document.versions.length + 1)})}>${words.newVersion}</button>
      ${
        before && after
          ? html`<button
              type="button"
              class="second"
              part="before-after"
              @click=${() => view.go({kind: 'compare', document: document.document, before: before.documentVersion, after: after.documentVersion})}
            >
              ${words.compareVersions}
            </button>`
          : undefined
      }
    </div>
  </section>`;
}

async function takeFile(view: RaterView, event: Event): Promise<void> {
  const input = event.target as HTMLInputElement;
  const [chosen] = input.files ?? [];
  const words = view.reader.words(frGrid);
  if (!chosen) return;
  try {
    view.say(words.imported(view.dossier.take(JSON.parse(await chosen.text()))));
  } catch {
    view.say(words.importFailed);
  }
  input.value = '';
}

/** What this device and a file can be asked for. */
function travel(view: RaterView): TemplateResult {
  const {grid, reader, dossier} = view;
  const words = reader.words(frGrid);
  const {ratings} = dossier;
  const day = new Date().toISOString().slice(0, 10);
  const isEmpty = ratings.length === 0;
  return html`<div class="ways">
    <button
      type="button"
      class="second"
      ?disabled=${isEmpty}
      @click=${() => download(`dossier-${day}.json`, 'application/json', JSON.stringify(dossierFile(ratings, day), null, 1))}
    >
      ${file}${words.exportJson}
    </button>
    <button type="button" class="second" ?disabled=${isEmpty} @click=${() => download(`dossier-${day}.csv`, 'text/csv', csvOf(grid, ratings, reader))}>
      ${file}${words.exportCsv}
    </button>
    <label class="second file">${folder}${words.importJson}<input type="file" accept=".json,application/json" @change=${(event: Event) => void takeFile(view, event)} /></label>
  </div>`;
}

/** All documents of this device: an inventory with versions, dates, scores and state. */
export function dossierScreen(view: RaterView): TemplateResult {
  const {reader, level, dossier} = view;
  const words = reader.words(frGrid);
  const documents = documentsOf(dossier.ratings);
  return html`<div class="grid">${title(level, 'dossier', words.dossierTitle)}<p class="soft">${words.dossierLead}</p></div>
    ${
      dossier.unreadable > 0
        ? html`<div class="note wait">${icons.warning}<p>${words.unreadable({count: dossier.unreadable})}</p></div>`
        : undefined
    }
    <div class="ways"><button type="button" class="primary" part="next" @click=${() => view.start()}>${words.newDocument}${icons.next}</button></div>
    ${documents.map((document) => documentCard(view, document, Math.min(6, level + 1)))} ${travel(view)}`;
}
