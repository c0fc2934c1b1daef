import {NeedsPlateau} from '../needs-plateau/needs-plateau.js';

if (!customElements.get('needs-plateau')) customElements.define('needs-plateau', NeedsPlateau);

declare global {
  interface HTMLElementTagNameMap {
    'needs-plateau': NeedsPlateau;
  }
}
