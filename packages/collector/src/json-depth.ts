const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/** Whether lists and objects of a JSON text are nested deeper than `max`. Found without parsing it; the text need not be JSON. */
export function isDeeperThan(text: string, max: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) quoted = !quoted;
    else if (quoted && code === BACKSLASH) index += 1;
    else if (!quoted && OPEN.has(code)) depth += 1;
    else if (!quoted && CLOSE.has(code)) depth -= 1;
    if (depth > max) return true;
  }
  return false;
}
