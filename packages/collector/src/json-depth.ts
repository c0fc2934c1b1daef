const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

/** Whether lists and objects of a JSON text are nested deeper than `max`. Found without parsing it; the text need not be JSON. */
export function isDeeperThan(text: string, max: number): boolean {
  let depth = 0;
  let isInside = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) isInside = !isInside;
    else if (isInside) index += Number(code === BACKSLASH);
    else if (code === LIST || code === OBJECT) depth += 1;
    else if (code === LIST_END || code === OBJECT_END) depth -= 1;
    if (depth > max) return true;
  }
  return false;
}
