import {PpgpSurvey} from '../ppgp-survey/ppgp-survey.js';

if (!customElements.get('ppgp-survey')) customElements.define('ppgp-survey', PpgpSurvey);

declare global {
  interface HTMLElementTagNameMap {
    'ppgp-survey': PpgpSurvey;
  }
}
