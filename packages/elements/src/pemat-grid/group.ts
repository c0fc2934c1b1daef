import {html, type TemplateResult} from 'lit';
import {agreementScreen} from './agreement-screen.js';
import {compareScreen} from './compare-screen.js';
import {dossierScreen} from './dossier-screen.js';
import {paperScreen} from './paper-screen.js';
import type {GridPlace, RaterView} from './rater-view.js';

/** The styles of those screens. */
export {styles} from './group.styles.js';

/** What a group of raters does with its ratings: fetched when one of its screens is wanted. */
export function groupScreen(view: RaterView, place: GridPlace): TemplateResult {
  switch (place.kind) {
    case 'dossier':
      return dossierScreen(view);
    case 'agreement':
      return agreementScreen(view, place.document, place.documentVersion);
    case 'compare':
      return compareScreen(view, place.document, place.before, place.after);
    case 'paper':
      return paperScreen(view);
    default:
      return html``;
  }
}
