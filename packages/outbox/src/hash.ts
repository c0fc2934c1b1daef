/**
 * A SHA-256 digest as the wire writes it: `sha256-` + base64url without padding (RFC 4648 § 5).
 */
export const writtenHash = (digest: Uint8Array): string =>
  'sha256-' +
  btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
