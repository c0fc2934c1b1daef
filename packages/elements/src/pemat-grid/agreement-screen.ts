import type {Mark} from '@ppgp/schema';
import {dayInParis} from '@ppgp/session';
import {gridScores, share} from '@ppgp/tally';
import {frGroup} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import {cell} from '../questions/cell.js';
import {title} from '../questions/frame.js';
import {agreementOf, majority, type Agreement, type ItemAgreement, type NamedCoefficient} from './dossier/agreement-of.js';
import {documentsOf, type RatedVersion} from './dossier/dossier.js';
import {AGREED, freeRater, sameKey, type RatingKey, type RatingRecord} from './dossier/rating-record.js';
import {itemPlace} from './item-screen.js';
import {scoredItems, type RaterView} from './rater-view.js';
import {scoreBoxes} from './score-boxes.js';

/** In French, with two digits behind the comma. */
const twoDigits = (value: number): string => value.toFixed(2).replace('-', '−').replace('.', ',');
const NAMES = {percent: 'percentName', cohen: 'cohenName', fleiss: 'fleissName', ac1: 'ac1Name', krippendorff: 'krippendorffName'} as const;

/** One measure. The share of equal pairs is a mean of the items' own; the others are no shares, and stay numbers. */
function coefficientLine({reader}: RaterView, {items}: Agreement, {name, coefficient, interval}: NamedCoefficient): TemplateResult {
  const words = reader.words(frGroup);
  const isShare = name === 'percent';
  const number = (value: number): string => (isShare ? words.wholePercent({percent: Math.round(value * 100)}) : twoDigits(value));
  const valued = (value: string): string =>
    isShare ? words.overall({percent: value, items: items.filter(({agreement}) => agreement.pairs > 0).length}) : value;
  const said =
    'value' in coefficient ? valued(number(coefficient.value)) : coefficient.undefined === 'too-few' ? words.tooFew : words.noVariation;
  const range = interval ? words.interval({low: number(interval.low), high: number(interval.high)}) : words.noInterval;
  return html`<div>
    <dt>${words[NAMES[name]]}</dt>
    <dd>${said}${'value' in coefficient ? html` <span class="small soft">${range}</span>` : undefined}</dd>
  </div>`;
}

/** The mean of the raters' own scores, domain by domain: kept apart from what they settled together. */
function means({grid, reader}: RaterView, {own}: RatedVersion): TemplateResult {
  const words = reader.words(frGroup);
  const scores = own.map(({rated}) => gridScores(grid, rated.marks).domains);
  return html`<ul class="grid tight">
    ${grid.domains.map(({id, label}) => {
      const begun = scores.flatMap((each) => (each[id] && each[id].rated > 0 ? [each[id]] : []));
      const mean = begun.reduce((total, {agreed, rated}) => total + agreed / rated, 0) / begun.length;
      const open = begun.filter((score) => score.open > 0).length;
      return begun.length === 0
        ? undefined
        : html`<li>
            ${words.meanOf({domain: reader.plain(label), percent: Math.round(mean * 100), count: begun.length, unfinished: open})}
          </li>`;
    })}
  </ul>`;
}

/** Low κ beside high agreement: the one case in which it misleads. */
function isParadox(coefficients: readonly NamedCoefficient[]): boolean {
  const value = (wanted: readonly string[]): number | undefined => {
    const found = coefficients.find(({name}) => wanted.includes(name))?.coefficient;
    return found && 'value' in found ? found.value : undefined;
  };
  const [percent, kappa] = [value(['percent']), value(['cohen', 'fleiss'])];
  return percent !== undefined && percent >= 0.8 && (kappa === undefined || kappa < 0.4);
}

/** Where what was settled is kept, or will be: not where another grid's is. */
function settledKey(ratings: readonly RatingRecord[], first: RatingKey, {agreed}: RatedVersion): RatingKey {
  const rater = agreed?.rater ?? (ratings.some((rating) => sameKey(rating, first)) ? freeRater(ratings, first) : first.rater);
  return {...first, rater};
}

/** What the raters settled, as a rating of its own. */
function settle(
  view: RaterView,
  key: RatingKey,
  from: RatingRecord,
  change: (marks: Record<string, Mark>, notes: Record<string, {text: string}>) => void,
): void {
  const {dossier} = view;
  const before = dossier.find(key) ?? {
    ...from,
    ...key,
    raterLabel: '',
    edits: {},
    sent: undefined,
    rated: {marks: {}, facts: from.rated.facts, notes: {}, before: {}},
  };
  const marks = {...before.rated.marks};
  const notes = {...before.rated.notes};
  change(marks, notes);
  dossier.keep({...before, day: dayInParis(Date.now()), rated: {...before.rated, marks, notes}});
}

function itemCard(
  view: RaterView,
  version: RatedVersion,
  key: RatingKey,
  {item, marks, agreement, isDisputed}: ItemAgreement,
): TemplateResult {
  const {reader} = view;
  const words = reader.words(frGroup);
  const [first] = version.own;
  const count = (wanted: Mark): number => marks.filter((mark) => mark === wanted).length;
  const agreed = version.agreed?.rated;
  const allowed: Mark[] = item.na === undefined ? ['yes', 'no'] : ['yes', 'no', 'na'];
  const write = (event: InputEvent): void => {
    const {value} = event.target as HTMLInputElement;
    if (first) settle(view, key, first, (_marks, notes) => (value.trim() ? (notes[item.id] = {text: value}) : delete notes[item.id]));
  };
  return html`<fieldset class=${`card ${isDisputed ? 'disputed' : ''}`} part="item" id=${`a-${item.id}`}>
    <legend>${itemPlace(view, item)}<b>${reader.show(item.label)}</b></legend>
    <ul class="flow small">
      ${version.own.map(({raterLabel}, at) => {
        const mark = marks[at];
        return html`<li class="flow"><span class=${`disc ${mark ?? 'open'}`} aria-hidden="true"></span>${raterLabel || words.unnamedRater}&nbsp;: ${mark ? words.mark({mark}) : words.notAnswered}</li>`;
      })}
    </ul>
    ${isDisputed ? html`<p class="small"><b>${words.votes({yes: count('yes'), no: count('no'), na: count('na')})}</b></p>` : undefined}
    <p class="small soft">${words.itemAgreement({...agreement, percent: share(agreement.equal, agreement.pairs).percent})}</p>
    ${version.alsoAgreed.map(({rated}) => {
      const mark = rated.marks[item.id];
      return mark && mark !== agreed?.marks[item.id]
        ? html`<p class="small flow"><span class=${`disc ${mark}`} aria-hidden="true"></span>${words.otherAgreed}&nbsp;: ${words.mark({mark})}</p>`
        : undefined;
    })}
    <p class="small soft">${words.consensus}</p>
    <div class="cells">
      ${allowed.map((mark) =>
        cell({
          type: 'radio',
          name: `agreed-${item.id}`,
          value: mark,
          look: 'pill',
          isChosen: agreed?.marks[item.id] === mark,
          choose: () => first && settle(view, key, first, (settled) => (settled[item.id] = mark)),
          words: words.mark({mark}),
        }),
      )}
    </div>
    ${
      isDisputed && agreed?.marks[item.id] !== undefined
        ? html`<div class="grid tight">
            <label class="small" for=${`why-${item.id}`}>${words.consensusReason}</label>
            <input class="field" part="field" id=${`why-${item.id}`} autocomplete="off" maxlength="500" .value=${agreed.notes[item.id]?.text ?? ''} @change=${write} />
          </div>`
        : undefined
    }
  </fieldset>`;
}

/** What was settled together goes the same way as a rating; it is counted as nobody's. */
function sending(view: RaterView, agreed: RatingRecord): TemplateResult {
  const words = view.reader.words(frGroup);
  const open = scoredItems(view.grid).filter(({id}) => agreed.rated.marks[id] === undefined).length;
  return html`<div class="grid tight sending">
    <p class="small soft">${words.sendHint({count: open})}</p>
    <div class="ways">
      <button type="button" class="primary" part="send" @click=${() => view.send(agreed)}>
        ${view.sends ? words.consensusSend : words.consensusFinish}${icons.next}
      </button>
    </div>
  </div>`;
}

/** The ratings of one version: disagreements first, what was settled together, how far the raters agree. */
export function agreementScreen(view: RaterView, document: string, documentVersion: string): TemplateResult {
  const {grid, reader, level, dossier, threshold} = view;
  const words = reader.words(frGroup);
  const known = documentsOf(dossier.ratings, grid).find((each) => each.document === document);
  const version = known?.versions.find((each) => each.documentVersion === documentVersion);
  if (!known || !version) return html``;
  const key = settledKey(dossier.ratings, {document, documentVersion, rater: AGREED}, version);
  const agreement = agreementOf(grid, version.own);
  const [first] = version.own;
  const fill = (): void => {
    if (!first) return;
    settle(view, key, first, (settled) => {
      for (const {item, marks, isDisputed} of agreement.items) {
        const common = isDisputed || marks.includes(undefined) ? undefined : majority(marks);
        if (common && settled[item.id] === undefined) settled[item.id] = common;
      }
    });
  };
  const {domains} = gridScores(grid, version.agreed?.rated.marks ?? {});
  return html`<button type="button" class="back" part="to-dossier" @click=${() => view.go({kind: 'dossier'})}>${icons.back}${words.toDossier}</button>
    <div class="grid">
      ${title(level, 'agreement', words.agreementTitle({title: known.title, version: version.version}))}
      <p>${words.disputed({count: agreement.disputed, of: agreement.items.length})} ${words.consensusLead}</p>
      <p class="small soft">${words.pairsLead}</p>
    </div>
    ${means(view, version)}
    <div class="scores">${grid.domains.map((domain) => scoreBoxes(reader, {...domain, label: `${words.agreedTitle}, ${reader.plain(domain.label)}`}, domains[domain.id] ?? {agreed: 0, rated: 0, na: 0, open: 0}, threshold))}</div>
    <div class="ways"><button type="button" class="second" part="fill" @click=${fill}>${words.consensusFill}</button></div>
    <div class="grid">${agreement.items.map((item) => itemCard(view, version, key, item))}</div>
    ${version.agreed && sending(view, version.agreed)}
    <section class="grid">
      <b role="heading" aria-level=${Math.min(6, level + 1)}>${words.agreementNumbers}</b>
      <dl class="measures">${agreement.coefficients.map((each) => coefficientLine(view, agreement, each))}</dl>
      ${isParadox(agreement.coefficients) ? html`<p class="small soft">${words.kappaParadox}</p>` : undefined}
    </section>`;
}
