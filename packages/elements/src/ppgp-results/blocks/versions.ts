import {share} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {Unreadable, type BlockView} from '../block-view.js';
import type {ComparedDocument} from '../compared-document.js';
import {bar} from '../drawing.js';
import type {BlockOf} from '../page.js';

/** The document that a block names, or the first. @throws Unreadable */
export function documentOf({source, of}: BlockOf<'versions'>, {figures}: BlockView): ComparedDocument {
  const {documents = []} = figures(source);
  const found = of === undefined ? documents[0] : documents.find(({id}) => id === of);
  if (found === undefined) throw new Unreadable(words.unknownBlock({name: of ?? 'versions'}));
  return found;
}

/** « 9 sur 17 (53 %) » of each version, domain by domain. */
export const scoreLines = ({domains, versions}: ComparedDocument): {label: string; score: {k: number; n: number} | undefined}[] =>
  domains.flatMap(({label, scores}) =>
    scores.map((score, at) => ({label: words.versionOf({domain: label, version: versions[at]?.name ?? ''}), score})),
  );

export const basisLine = ({versions}: ComparedDocument): string => words.versionsNote({versions});

/** The versions of a document side by side: the sentence first, then the scores, then the items gained and lost. */
export function versions(document: ComparedDocument, {level}: BlockView): TemplateResult {
  const list = (look: string, heading: string, items: readonly string[]): TemplateResult =>
    html`<section class=${`ground grid ${look}`} part="group">
      <b role="heading" aria-level=${Math.min(6, level + 1)}>${heading}</b>
      ${items.length === 0 ? html`<p class="soft">${words.none}</p>` : html`<ul class="grid tight">${items.map((item) => html`<li>${item}</li>`)}</ul>`}
    </section>`;
  return html`${document.domains.map(({sentence}) => (sentence === undefined ? nothing : html`<p>${sentence}</p>`))}
    <table class="bars">
      <thead>
        <tr><th scope="col">${words.versionHead}</th><th scope="col">${words.pointsHead}</th></tr>
      </thead>
      <tbody>
        ${scoreLines(document).map(
          ({label, score}) => html`<tr>
            <th scope="row">${label}${score ? bar(score.k, score.n, 'plain') : nothing}</th>
            <td>${score ? frResults.share(share(score.k, score.n)) : words.notGiven}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${
      document.versions.length < 2
        ? nothing
        : html`<div class="pair">${list('both', words.gained, document.gained)}${list('', words.lost, document.lost)}</div>`
    }
    <p class="small soft">${basisLine(document)}</p>`;
}
