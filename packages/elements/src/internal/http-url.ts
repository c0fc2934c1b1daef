/** An http(s) address made absolute, against the page unless told; undefined for anything else. */
export function httpUrl(address: string, base = document.baseURI): string | undefined {
  try {
    const {protocol, href} = new URL(address, base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
