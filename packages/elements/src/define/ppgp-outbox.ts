import {PpgpOutbox} from '../ppgp-outbox/ppgp-outbox.js';

if (!customElements.get('ppgp-outbox')) customElements.define('ppgp-outbox', PpgpOutbox);

declare global {
  interface HTMLElementTagNameMap {
    'ppgp-outbox': PpgpOutbox;
  }
}
