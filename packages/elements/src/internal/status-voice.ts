/** One polite voice for all elements of a page: a live region that nothing shows. */
let region: HTMLElement | undefined;
let last: ReturnType<typeof setTimeout> | undefined;

/** Long enough for a burst of changes to become one sentence. */
const DEBOUNCE_MS = 150;

function makeRegion(): HTMLElement {
  const host = document.createElement('div');
  const hidden = new CSSStyleSheet();
  hidden.replaceSync(
    ':host{position:absolute!important;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
  );
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [hidden];
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  root.append(status);
  document.body.append(host);
  return status;
}

/** Has a screen reader say a sentence when it has finished what it is saying. */
export function announce(sentence: string): void {
  region = region?.isConnected === true ? region : makeRegion();
  const status = region;
  clearTimeout(last);
  last = setTimeout(() => {
    status.textContent = sentence;
  }, DEBOUNCE_MS);
}
