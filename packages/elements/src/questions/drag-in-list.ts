import {noChange} from 'lit';
import {Directive, directive, type DirectiveResult, type ElementPart} from 'lit/directive.js';

type Drop = (from: number, to: number) => void;

const itemAt = (list: Element, target: EventTarget | null): HTMLElement | undefined => {
  const item = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return item && list.contains(item) ? item : undefined;
};
const indexOf = (item: HTMLElement | undefined): number | undefined => (item ? Number(item.dataset['index']) : undefined);

/** Dragging with a mouse, as an extra beside buttons: items carry `data-index`. A finger scrolls the page instead. */
class DraggableList extends Directive {
  #list: Element | undefined;
  #drop: Drop = () => undefined;
  #from: number | undefined;

  override update({element}: ElementPart, [drop]: [Drop]): typeof noChange {
    this.#drop = drop;
    if (this.#list === element) return noChange;
    this.#list = element;
    element.addEventListener('pointerdown', (event) => this.#grab(event as PointerEvent));
    return noChange;
  }

  override render(_drop: Drop): typeof noChange {
    return noChange;
  }

  #grab(event: PointerEvent): void {
    const list = this.#list;
    const isControl = event.target instanceof Element && event.target.closest('button, input') !== null;
    if (!list || isControl || event.button !== 0 || event.pointerType !== 'mouse') return;
    const item = itemAt(list, event.target);
    this.#from = indexOf(item);
    if (!item || this.#from === undefined) return;
    event.preventDefault();
    item.classList.add('dragged');
    const root = list.getRootNode() as ShadowRoot;
    const done = new AbortController();
    const release = ({clientX, clientY, type}: PointerEvent): void => {
      done.abort();
      item.classList.remove('dragged');
      const to = indexOf(itemAt(list, root.elementFromPoint(clientX, clientY)));
      if (type === 'pointerup' && this.#from !== undefined && to !== undefined && to !== this.#from) this.#drop(this.#from, to);
    };
    for (const sign of ['pointerup', 'pointercancel'] as const) addEventListener(sign, release, {signal: done.signal});
  }
}

export const draggable: (drop: Drop) => DirectiveResult = directive(DraggableList);
