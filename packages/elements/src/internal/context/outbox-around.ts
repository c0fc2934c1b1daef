import {httpUrl} from '../http-url.js';
import type {Wire} from '../outbox.js';

/** Where answers go, and how. */
export interface Destination {
  /** Absolute http(s) URL; '' when nothing is kept or sent. */
  endpoint: string;
  wire: Wire | undefined;
}

/** A property, or the attribute of a tag whose script has not come yet. */
const read = (from: Element, name: string): unknown => (from as unknown as Record<string, unknown>)[name] ?? from.getAttribute(name);

/** The `<ppgp-outbox>` around an element, or around the shadow root that it is in. */
function outboxAround(element: Element): Element | undefined {
  const root = element.getRootNode();
  return element.closest('ppgp-outbox') ?? (root instanceof ShadowRoot ? outboxAround(root.host) : undefined);
}

/**
 * Where an element's answers go: as it says itself, else as the `<ppgp-outbox>` around it does. Asked when an answer is sent, so that
 * scripts may come in any order; no context is provided or consumed.
 */
export function destinationOf(element: Element): Destination {
  const from = read(element, 'endpoint') ? element : outboxAround(element);
  const endpoint = from && read(from, 'endpoint');
  if (!endpoint) return {endpoint: '', wire: undefined};
  const wire = read(from, 'proof') === 'status' ? 'json-status' : 'json';
  // An address that is none is kept as it is: the outbox refuses it, and says so.
  return {endpoint: httpUrl(String(endpoint)) ?? String(endpoint), wire: read(from, 'protocol') === 'json' ? wire : undefined};
}
