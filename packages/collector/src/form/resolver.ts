/** Stands for this host, whatever name it is reached by. */
const HERE = 'http://here.invalid';

/**
 * Resolves the addresses of a campaign's pictures against the campaign's own address, as the elements do: a path on this host, or
 * undefined for one elsewhere, which the page's policy refuses.
 */
export function resolver(request: Request, campaign: string): (url: string) => string | undefined {
  const {host} = new URL(request.url);
  return (url) => {
    if (!URL.canParse(url, `${HERE}/v1/campaigns/${campaign}`)) return undefined;
    const {protocol, origin, host: of, pathname, search} = new URL(url, `${HERE}/v1/campaigns/${campaign}`);
    const isHere = origin === HERE || (of === host && /^https?:$/.test(protocol));
    return isHere ? pathname + search : undefined;
  };
}
