import {PpgpResults} from '../ppgp-results/ppgp-results.js';

if (!customElements.get('ppgp-results')) customElements.define('ppgp-results', PpgpResults);

declare global {
  interface HTMLElementTagNameMap {
    'ppgp-results': PpgpResults;
  }
}
