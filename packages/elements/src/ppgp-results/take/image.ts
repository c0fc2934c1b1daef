import {frTake as words} from '@ppgp/words';
import {html, render} from 'lit';
import {addStyles} from '../../internal/styles/add-styles.js';
import {download} from '../../internal/download.js';
import {drawOn, measure, plainColour, pngOf} from './canvas.js';
import {fileName} from './file-name.js';
import {styles} from './image.styles.js';
import {sceneOf} from './scene.js';
import {svgOf} from './svg.js';
import {tell} from './tell.js';
import type {BlockView} from '../block-view.js';
import type {SingleBlock} from '../page.js';

/** The host's accent as it is on white, whatever the page looks like at the moment. */
function accentIn(root: ShadowRoot): string {
  const probe = Object.assign(document.createElement('i'), {className: 'probe'});
  root.append(probe);
  const {color} = getComputedStyle(probe);
  probe.remove();
  return plainColour(color);
}

/** Shows a block as an image, which can be kept as a file: drawn here, and asked of nobody. Closed, nothing of it is left. */
export function offerImage(root: ShadowRoot, block: SingleBlock, view: BlockView): void {
  const told = tell(block, view);
  addStyles(root, styles);
  const scene = sceneOf(told, accentIn(root), measure());
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'image-title');
  dialog.lang = 'fr';
  root.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${scene.title}\n${scene.description}`);
  drawOn(canvas, scene);
  const asSvg = (): void => download(fileName(told.title, 'svg'), 'image/svg+xml', svgOf(scene));
  const asPng = async (): Promise<void> => download(fileName(told.title, 'png'), 'image/png', await pngOf(canvas));
  render(
    html`<div>
      <div class="title" role="heading" aria-level="2" id="image-title">${words.imageOf({title: told.title})}</div>
      <p class="small soft">${words.lead}</p>
      ${canvas}
      <div class="ways">
        <button type="button" class="primary" @click=${asPng}>${words.png}</button>
        <button type="button" class="second" @click=${asSvg}>${words.svg}</button>
        <button type="button" @click=${() => dialog.close()}>${words.close}</button>
      </div>
    </div>`,
    dialog,
  );
  dialog.showModal();
}
