import {adoptStyles, supportsAdoptingStyleSheets, type CSSResult} from 'lit';

/** Adds style sheets to those of a shadow root, each once. */
export function addStyles(root: ShadowRoot, ...more: CSSResult[]): void {
  if (!supportsAdoptingStyleSheets) return adoptStyles(root, more);
  const sheets = more.flatMap(({styleSheet}) => styleSheet ?? []);
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
}
