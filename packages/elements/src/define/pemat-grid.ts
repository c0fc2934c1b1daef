import {PematGrid} from '../pemat-grid/pemat-grid.js';

if (!customElements.get('pemat-grid')) customElements.define('pemat-grid', PematGrid);

declare global {
  interface HTMLElementTagNameMap {
    'pemat-grid': PematGrid;
  }
}
