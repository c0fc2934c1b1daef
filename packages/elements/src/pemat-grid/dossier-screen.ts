import {dayInParis} from '@ppgp/session';
import {gridScores} from '@ppgp/tally';
import {frGroup} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icon, icons} from '../internal/icons.js';
import {title} from '../questions/frame.js';
import {download} from '../internal/download.js';
import {csvOf} from './dossier/csv.js';
import {Unauthorized} from '../internal/controllers/fetch-json.js';
import {newOf, othersOf, type Collected} from './dossier/others.js';
import {documentsOf, dossierFile, merge, type RatedDocument, type RatedVersion} from './dossier/dossier.js';
import {settledMarks, unfinished} from './dossier/settled-marks.js';
import {isAgreed, isOfGrid, type RatingRecord} from './dossier/rating-record.js';
import {scoredItems, type RaterView} from './rater-view.js';

const file = icon('M6 3h8l4 4v14H6zM14 3v5h4M12 11v6M9.5 14.5L12 17l2.5-2.5');
const folder = icon('M3 6.5h6l2 2.5h10v10.5H3z');

/** The scores of a version in words, by its settled marks: provisional as long as something that counts has no answer. */
function scoreLine({grid, reader}: RaterView, version: RatedVersion): string {
  const words = reader.words(frGroup);
  const {marks, basis} = settledMarks(version);
  const {domains} = gridScores(grid, marks);
  return grid.domains
    .map(({id, label}) => {
      const {agreed = 0, rated = 0, open = 0} = domains[id] ?? {};
      const items = grid.items.filter(({domain}) => domain === id);
      const isProvisional = open > 0 || (basis.kind === 'majority' && unfinished(version.own, items).length > 0);
      const score = words.score({agreed, rated});
      const said = rated === 0 ? words.scoreLater : isProvisional ? words.provisionalScore({score}) : score;
      return `${reader.plain(label)}\u00a0: ${said}`;
    })
    .join(' · ');
}

/** How many rated it, when one of them last changed something, and whether they settled it together. */
function stateLine({grid, reader}: RaterView, {day, own, agreed}: RatedVersion): string {
  const words = reader.words(frGroup);
  const items = scoredItems(grid);
  const isSettled = agreed && unfinished([agreed], items).length === 0;
  return [
    words.ratings({count: own.length, unfinished: unfinished(own, items).length}),
    day && words.lastChange({day}),
    agreed && (isSettled ? words.settled : words.settling),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Asks the collector for the ratings of the others. */
async function takeOthers(view: RaterView, collected: Collected, version: RatedVersion): Promise<void> {
  const words = view.reader.words(frGroup);
  try {
    const given = await othersOf(collected, view.grid, version);
    const found = newOf(given, view.dossier.ratings);
    view.dossier.take(merge(view.dossier.ratings, dossierFile(found, '')).ratings);
    const agreed = found.filter(isAgreed).length;
    view.say(words.othersRead({count: found.length - agreed, agreed}));
  } catch (error) {
    view.say(error instanceof Unauthorized ? words.othersLocked : words.othersFailed);
  }
}

/** Two steps to remove a rating: open, then press; and it can be put back. */
function removal(view: RaterView, {own, agreed, alsoAgreed}: RatedVersion): TemplateResult {
  const words = view.reader.words(frGroup);
  const named = (rating: RatingRecord): string =>
    !isAgreed(rating) ? rating.raterLabel || words.unnamedRater : rating === agreed ? words.agreedTitle : words.otherAgreed;
  const remove = (rating: RatingRecord): void => {
    view.remove(rating);
    view.say(words.removed({rater: named(rating)}));
  };
  const all = [...own, ...(agreed ? [agreed] : []), ...alsoAgreed];
  return html`<details class="small">
    <summary>${words.removeRating}</summary>
    <p class="soft">${words.removeLead}</p>
    <div class="flow">
      ${all.map((rating) => html`<button type="button" part="remove" @click=${() => remove(rating)}>${words.removeSure({rater: named(rating)})}</button>`)}
    </div>
  </details>`;
}

function versionCard(view: RaterView, {document, title: name}: RatedDocument, version: RatedVersion): TemplateResult {
  const words = view.reader.words(frGroup);
  const {documentVersion, version: label, own, alsoAgreed} = version;
  return html`<li class="grid tight card" part="version">
    <p><b>${words.versionOf({version: label})}</b> <span class="small soft">${stateLine(view, version)}</span></p>
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
        view.collected && own.length > 0
          ? html`<button type="button" part="others" @click=${() => void takeOthers(view, view.collected as Collected, version)}>${words.others}</button>`
          : undefined
      }
      ${
        own.length > 1
          ? html`<button type="button" class="second" part="side-by-side" @click=${() => view.go({kind: 'agreement', document, documentVersion})}>${words.compareRaters}</button>`
          : undefined
      }
    </div>
    ${alsoAgreed.length > 0 ? html`<p class="small">${words.alsoAgreed({count: alsoAgreed.length})}</p>` : undefined} ${removal(view, version)}
  </li>`;
}

function documentCard(view: RaterView, document: RatedDocument, level: number): TemplateResult {
  const words = view.reader.words(frGroup);
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
  const words = view.reader.words(frGroup);
  if (!chosen) return;
  try {
    const merged = merge(view.dossier.ratings, JSON.parse(await chosen.text()));
    view.dossier.take(merged.ratings);
    view.say(words.imported(merged));
  } catch {
    view.say(words.importFailed);
  }
  input.value = '';
}

/** What this device and a file can be asked for. */
function travel(view: RaterView): TemplateResult {
  const {grid, reader, dossier} = view;
  const words = reader.words(frGroup);
  const {ratings} = dossier;
  const day = dayInParis(Date.now());
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
    ${(['tableur', 'open'] as const).map(
      (profile) =>
        html`<button
          type="button"
          class="second"
          ?disabled=${isEmpty}
          @click=${() =>
            download(
              `dossier-${day}-${profile}.csv`,
              'text/csv',
              csvOf(
                grid,
                ratings.filter((rating) => isOfGrid(rating, grid)),
                reader,
                profile,
              ),
            )}
        >
          ${file}${profile === 'open' ? words.exportOpen : words.exportCsv}
        </button>`,
    )}
    <button type="button" class="back" part="to-paper" @click=${() => view.go({kind: 'paper'})}>${words.toPaper}</button>
    <label class="second file">${folder}${words.importJson}<input type="file" accept=".json,application/json" @change=${(event: Event) => void takeFile(view, event)} /></label>
  </div>`;
}

/** All documents of this device: an inventory with versions, dates, scores and state. */
export function dossierScreen(view: RaterView): TemplateResult {
  const {grid, reader, level, dossier} = view;
  const words = reader.words(frGroup);
  const others = dossier.ratings.filter((rating) => !isOfGrid(rating, grid));
  const documents = documentsOf(dossier.ratings, grid);
  return html`<div class="grid">${title(level, 'dossier', words.dossierTitle)}<p class="soft">${words.dossierLead}</p></div>
    ${
      dossier.unreadable > 0
        ? html`<div class="note wait">${icons.warning}<p>${words.unreadable({count: dossier.unreadable})}</p></div>`
        : undefined
    }
    ${
      others.length > 0
        ? html`<p class="note" part="of-other-grids">${words.ofOtherGrids({count: others.length, grids: [...new Set(others.map((rating) => rating.grid.id))]})}</p>`
        : undefined
    }
    ${
      dossier.removed &&
      html`<div class="ways"><button
          type="button"
          class="second"
          part="put-back"
          @click=${() => {
            dossier.putBack();
            view.say(words.putBackDone);
          }}
        >
          ${words.putBack}
        </button></div>`
    }
    <div class="ways"><button type="button" class="primary" part="next" @click=${() => view.start()}>${words.newDocument}${icons.next}</button></div>
    ${documents.map((document) => documentCard(view, document, Math.min(6, level + 1)))} ${travel(view)}`;
}
