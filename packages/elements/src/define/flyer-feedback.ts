import {FlyerFeedback} from '../flyer-feedback/flyer-feedback.js';

if (!customElements.get('flyer-feedback')) customElements.define('flyer-feedback', FlyerFeedback);

declare global {
  interface HTMLElementTagNameMap {
    'flyer-feedback': FlyerFeedback;
  }
}
