/** The policy that every page of this project must run under, directive by directive; `docs/hosting.md` promises it to web teams. */
export const strictPolicy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'require-trusted-types-for': ["'script'"],
};

/** The `Content-Security-Policy` header of the strict policy, with more sources for some directives where a page documents them. */
export function policyHeader(more: Record<string, readonly string[]> = {}): string {
  const names = new Set([...Object.keys(strictPolicy), ...Object.keys(more)]);
  return [...names].map((name) => [name, ...(strictPolicy[name] ?? []), ...(more[name] ?? [])].join(' ')).join('; ');
}
