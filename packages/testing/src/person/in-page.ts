/** Where to tap, or why it cannot be done. */
export type Target = Point | {problem: string};

interface Point {
  x: number;
  y: number;
}

/** What a person can see and point at on a page, open shadow roots included. */
export interface InPage {
  visibleText(): string;
  target(name: string, within: string | null): Promise<Target>;
  field(label: string, within: string | null): Promise<Target>;
  focused(): string;
}

/**
 * Runs as text inside the page, so everything it uses is declared inside it. Names and texts are compared with every run of white
 * space, the non-breaking ones of French included, as one space.
 */
export function inPage(): InPage {
  const squeeze = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const isShown = (element: Element) => element.checkVisibility({opacityProperty: true, visibilityProperty: true});

  /** The children as they are laid out: through a shadow root, and through what is slotted into it. */
  function children(node: Node): Node[] {
    if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes();
      if (assigned.length) return assigned;
    }
    return [...node.childNodes];
  }

  /** What stands there for people who see: nothing of a box of one pixel, which speaks to screen readers alone. */
  function textOf(node: Node): string {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element || node instanceof ShadowRoot || node instanceof Document)) return '';
    if (!(node instanceof Element)) return children(node).map(textOf).join('');
    if (/^(script|style|template|noscript|textarea|select)$/.test(node.localName)) return '';
    const {display, visibility, overflow} = getComputedStyle(node);
    if (display === 'none') return '';
    if (display !== 'contents') {
      if (!isShown(node) && visibility === 'visible') return '';
      const {width, height} = node.getBoundingClientRect();
      if (overflow !== 'visible' && width <= 1 && height <= 1) return '';
    }
    const inside = children(node)
      .map((child) => (child instanceof Text && visibility !== 'visible' ? '' : textOf(child)))
      .join('');
    return display === 'contents' || display.startsWith('inline') ? inside : ` ${inside} `;
  }

  function* everyElement(node: Node): Generator<Element> {
    for (const child of children(node)) {
      if (child instanceof Element) yield child;
      yield* everyElement(child);
    }
  }

  const parentOf = (node: Node): Node | null =>
    (node instanceof Element && node.assignedSlot) || (node instanceof ShadowRoot ? node.host : node.parentNode);
  const isInside = (node: Node | null, outer: Node): boolean => node !== null && (node === outer || isInside(parentOf(node), outer));

  function byIds(element: Element, ids: string): string {
    const root = element.getRootNode() as Document | ShadowRoot;
    return ids
      .split(/\s+/)
      .map((id) => textOf(root.getElementById(id) ?? new Text()))
      .join(' ');
  }

  /** The name as a screen reader would give it, for the elements people press and fill in. */
  function nameOf(element: Element): string {
    const labelledBy = element.getAttribute('aria-labelledby');
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    return squeeze(
      element.getAttribute('aria-label') ??
        (labelledBy !== null ? byIds(element, labelledBy) : undefined) ??
        (labels.length ? labels.map(textOf).join(' ') : undefined) ??
        (element instanceof HTMLInputElement ? element.value : textOf(element)),
    );
  }

  /** The one candidate of that name: the whole name first, else the start of it, else a part of it. */
  function choose(candidates: Element[], name: string): Element | string {
    const wanted = squeeze(name);
    const named = candidates.map((element) => ({element, name: nameOf(element)}));
    const matches = [
      named.filter((each) => each.name === wanted),
      named.filter((each) => each.name.startsWith(wanted)),
      named.filter((each) => each.name.includes(wanted)),
    ].find((list) => list.length > 0);
    const [only, ...others] = matches ?? [];
    if (!only) return `nothing is called “${wanted}” among: ${named.map((each) => each.name).join(' | ')}`;
    if (others.length) return `${others.length + 1} things are called “${wanted}”`;
    return only.element;
  }

  /** The smallest group (fieldset, table row, list item, section…) that has this text as its legend, heading or text. */
  function group(text: string): Element | string {
    const groups = [...everyElement(document)].filter(
      (element) =>
        element.matches('fieldset, tr, li, section, article, form, dialog, [role=group], [role=radiogroup], [role=row], [role=region]') &&
        isShown(element),
    );
    const wanted = squeeze(text);
    const titleOf = (element: Element) =>
      squeeze(textOf(element.querySelector('legend, caption, h1, h2, h3, h4, h5, h6, th') ?? new Text()));
    const titled = groups.filter(
      (element) => titleOf(element).includes(wanted) || squeeze(element.getAttribute('aria-label') ?? '').includes(wanted),
    );
    const holding = titled.length ? titled : groups.filter((element) => squeeze(textOf(element)).includes(wanted));
    const innermost = holding.filter((element) => !holding.some((other) => other !== element && isInside(other, element)));
    const [only, ...others] = innermost;
    if (!only) return `no group says “${wanted}”`;
    return others.length ? `${innermost.length} groups say “${wanted}”` : only;
  }

  /** Scrolls to it and gives its centre, once it keeps still and nothing lies over it. */
  async function centreOf(element: Element): Promise<Target> {
    element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    let before = '';
    for (let frame = 0; frame < 120; frame++) {
      const {x, y, width, height} = element.getBoundingClientRect();
      const now = [x, y, width, height].join();
      if (now === before && width > 0) {
        const [first] = element.getClientRects(); // a link may run over two lines
        const box = first ?? {x, y, width, height};
        return uncovered(element, {x: box.x + box.width / 2, y: box.y + box.height / 2});
      }
      before = now;
      await new Promise(requestAnimationFrame);
    }
    return {problem: `“${nameOf(element)}” does not come to rest`};
  }

  function uncovered(element: Element, point: Point): Target {
    let top: Element | null = document.elementFromPoint(point.x, point.y);
    while (top?.shadowRoot) {
      const inner: Element | null = top.shadowRoot.elementFromPoint(point.x, point.y);
      if (!inner || inner === top) break;
      top = inner;
    }
    const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0] : undefined;
    if (isInside(top, element) || (label && isInside(top, label))) return point;
    return {
      problem: `“${nameOf(element)}” is covered by <${top?.localName ?? 'nothing'}> ${squeeze(textOf(top ?? new Text())).slice(0, 60)}`,
    };
  }

  function find(selector: string, name: string, within: string | null): Element | string {
    const scope = within === null ? document : group(within);
    if (typeof scope === 'string') return scope;
    return choose(
      [...everyElement(scope)].filter((element) => element.matches(selector) && isShown(element)),
      name,
    );
  }

  /** A radio or a tick box is pressed on its label, which is what people see of it. */
  async function target(name: string, within: string | null): Promise<Target> {
    const pressable =
      'button, a[href], summary, label, input[type=submit], input[type=button], input:is([type=radio], [type=checkbox])[aria-label], [role=button], [role=tab], [role=option]';
    const found = find(pressable, name, within);
    if (typeof found === 'string') return {problem: found};
    if (found.matches(':disabled, [aria-disabled=true]')) return {problem: `“${nameOf(found)}” is disabled`};
    return centreOf(found);
  }

  async function field(label: string, within: string | null): Promise<Target> {
    const found = find(
      'textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=submit]):not([type=button])',
      label,
      within,
    );
    return typeof found === 'string' ? {problem: found} : centreOf(found);
  }

  function focused(): string {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body) return 'nothing';
    const kind = active.getAttribute('role') ?? (active instanceof HTMLInputElement ? active.type : active.localName);
    return `${kind} “${nameOf(active)}”`;
  }

  return {visibleText: () => squeeze(textOf(document.body)), target, field, focused};
}
