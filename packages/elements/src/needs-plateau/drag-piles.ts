import {css} from 'lit';
import {addStyles} from '../internal/styles/add-styles.js';

/** A hand that presses a button moves a little, in CSS pixels. */
const SLACK_PX = 8;

/** Sideways is ours, up and down still scrolls: piles that stand above each other have their buttons. */
const dragStyles = css`
  .pile li[id] {
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  @media (pointer: fine) {
    .pile li[id] {
      cursor: grab;
    }
  }
  .pile li.dragged {
    position: relative;
    z-index: 1;
    cursor: grabbing;
    outline: 2px solid var(--ppgp-color-accent);
  }
  .pile.over {
    outline: 3px dashed var(--ppgp-color-accent);
    outline-offset: -3px;
  }
`;

/**
 * Themes may be dragged from one pile to the other: an extra beside the buttons, which do the same. `drop` is given the id of the line and
 * the part name of the pile where it was let go.
 */
export function dragPiles(root: ShadowRoot, drop: (line: string, pile: string) => void): void {
  addStyles(root, dragStyles);
  let held: {line: HTMLElement; x: number; y: number; isDragged: boolean} | undefined;

  /** The other pile, where the pointer is over it. */
  const over = (line: HTMLElement, {clientX, clientY}: PointerEvent): HTMLElement | undefined =>
    [...root.querySelectorAll<HTMLElement>('.pile')].find((pile) => {
      const {left, right, top, bottom} = pile.getBoundingClientRect();
      return !pile.contains(line) && clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    });
  const show = (pile?: HTMLElement): void => {
    for (const one of root.querySelectorAll('.pile')) one.classList.toggle('over', one === pile);
  };
  const letGo = (): void => {
    held?.line.style.removeProperty('translate');
    held?.line.classList.remove('dragged');
    held = undefined;
    show();
  };

  const listen = (name: string, hear: (event: PointerEvent) => void): void =>
    root.addEventListener(name, (event) => hear(event as PointerEvent));
  listen('pointerdown', (event) => {
    const target = event.target as Element;
    const line = target.closest<HTMLElement>('.pile li[id]');
    if (line && event.isPrimary && event.button === 0 && !target.closest('button'))
      held = {line, x: event.clientX, y: event.clientY, isDragged: false};
  });
  listen('pointermove', (event) => {
    if (!held) return;
    if (!held.line.isConnected) return letGo();
    const [right, down] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.isDragged) {
      if (Math.hypot(right, down) < SLACK_PX) return;
      held.isDragged = true;
      held.line.classList.add('dragged');
      held.line.setPointerCapture(event.pointerId);
    }
    held.line.style.setProperty('translate', `${right}px ${down}px`);
    show(over(held.line, event));
  });
  listen('pointerup', (event) => {
    const {line, isDragged} = held ?? {};
    letGo();
    const pile = isDragged && line && over(line, event)?.getAttribute('part');
    if (pile) drop(line.id, pile);
  });
  listen('pointercancel', letGo);
}
