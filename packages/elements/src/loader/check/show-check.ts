import {frCheck as words} from '@ppgp/words';
import {asText, markOf, partsOf} from './lines.js';
import type {CheckReport} from './report.js';

/** Of the one element that it adds to the page. */
const ID = 'ppgp-check';

const SHEET = `
:host { all: initial !important; color-scheme: inherit; }
dialog { box-sizing: border-box; inline-size: min(46rem, 94vw); max-block-size: 90vh; overflow: auto; padding: 24px; border: 2px solid;
  border-radius: 12px; background: Canvas; color: CanvasText; font: 17px/1.5 system-ui, sans-serif; text-align: start; overflow-wrap: anywhere; }
dialog::backdrop { background: rgb(0 0 0 / 0.5); }
h2, h3 { margin: 0 0 8px; line-height: 1.25; }
h2 { font-size: 24px; }
h2:focus { outline: none; }
h3 { font-size: 18px; margin-block-start: 20px; }
p, ul { margin: 0 0 8px; }
ul { padding: 0; list-style: none; }
li { padding-block: 2px; }
.verdict, .wrong b { font-weight: 700; }
.wrong { border-inline-start: 4px solid; padding-inline-start: 8px; }
b { font-weight: 400; }
div { display: flex; flex-wrap: wrap; gap: 12px; margin-block-start: 20px; }
button { min-block-size: 48px; padding: 8px 20px; border: 2px solid; border-radius: 8px; background: ButtonFace; color: ButtonText; font: inherit; cursor: pointer; }
button:focus-visible { outline: 3px solid; outline-offset: 3px; }
`;

function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
  more: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), {textContent: text}, more);
}

/** The report's parts, as headings and lists. */
function shown(report: CheckReport): Node[] {
  return partsOf(report).flatMap(({title, lines}) => {
    const list = made('ul');
    for (const line of lines) {
      const item = made('li', '', {className: line.isFine === false ? 'wrong' : ''});
      item.append(made('b', markOf(line)), `\u00a0: ${line.text}`);
      list.append(item);
    }
    return [made('h3', title), list];
  });
}

/** Opens the window, asks, and says what came of it. Once: while it is open, nothing more happens. */
export async function showCheck(check: () => Promise<CheckReport>): Promise<void> {
  if (document.getElementById(ID)) return;
  const host = made('div', '', {id: ID, lang: 'fr', dir: 'ltr'});
  const root = host.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  const dialog = made('dialog');
  const title = made('h2', words.title, {id: 'title', tabIndex: -1, autofocus: true});
  const verdict = made('p', words.running, {className: 'verdict'});
  verdict.setAttribute('role', 'status');
  const buttons = made('div');
  const close = made('button', words.close, {type: 'button'});
  close.onclick = () => dialog.close();
  dialog.onclose = () => host.remove();
  dialog.setAttribute('aria-labelledby', title.id);
  buttons.append(close);
  dialog.append(title, verdict, buttons);
  root.append(dialog);
  document.body.append(host);
  dialog.showModal();
  try {
    const report = await check();
    verdict.textContent = words.verdict(report);
    verdict.after(made('p', words.lead), ...shown(report));
    const said = made('p');
    said.setAttribute('role', 'status');
    const copy = made('button', words.copy, {type: 'button'});
    copy.onclick = () =>
      // Not there over plain HTTP; a host's policy for frames may refuse it.
      Promise.resolve()
        .then(() => navigator.clipboard.writeText(asText(report)))
        .then(
          () => (said.textContent = words.copied),
          () => (said.textContent = words.copyFailed),
        );
    buttons.prepend(copy);
    buttons.after(said);
  } catch (cause) {
    console.warn('ppgp: the page could not be checked.', cause);
    verdict.textContent = words.failed;
  }
}
