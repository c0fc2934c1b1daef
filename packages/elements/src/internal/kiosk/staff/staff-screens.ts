import {frOutbox, frStaff as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {alsoTrue, headline} from '../../../ppgp-outbox/headline.js';
import {bundles} from '../../../ppgp-outbox/rows.js';
import type {WaitingController} from '../../../ppgp-outbox/waiting-controller.js';
import {title} from '../../../questions/frame.js';
import {icons} from '../../icons.js';
import type {StaffPanel} from './staff-panel.js';

/** The one field, and what is done with what was typed. */
function codeForm(panel: StaffPanel, label: string, yes: string, then: (written: string) => Promise<void>): TemplateResult {
  const {fault, secondsToWait} = panel;
  const isMasked = panel.step === 'enter';
  const submit = (event: Event): void => {
    event.preventDefault();
    void then((panel.host.find('code') as HTMLInputElement).value);
  };
  const said = secondsToWait > 0 ? words.codeWait({seconds: secondsToWait}) : fault && words[fault];
  return html`<form novalidate @submit=${submit}>
    <div class="grid">
      <label for="code"><b>${label}</b></label>
      <input
        class="field code-field ${isMasked ? 'masked' : ''}"
        part="field"
        id="code"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        spellcheck="false"
        maxlength="24"
        aria-invalid=${fault !== undefined}
        aria-describedby="code-fault"
      />
      <p class="status error" id="code-fault" part="failure">${said ? html`${icons.warning}<span>${said}</span>` : nothing}</p>
    </div>
    <button type="submit" class="primary" part="staff-yes" aria-disabled=${secondsToWait > 0}>${yes}</button>
  </form>`;
}

/** How many wait, and a way to send them: what may be seen without the code too. */
function whatWaits(waiting: WaitingController | undefined, level: number): unknown {
  if (!waiting) return nothing;
  if (waiting.state === 'loading') return html`<div class="ghost" aria-hidden="true"></div>`;
  return [headline(waiting, level), alsoTrue(waiting)];
}

function actions(panel: StaffPanel, waiting: WaitingController): TemplateResult {
  const {unreadable} = waiting;
  const count = waiting.waiting.length;
  return html`<div class="flow">
    ${
      count > 0
        ? html`<button type="button" class="primary" part="send" aria-disabled=${waiting.progress !== undefined} @click=${() => waiting.sendNow()}>
            ${frOutbox.send}
          </button>`
        : nothing
    }
    ${
      count + unreadable > 0
        ? html`<button type="button" class="second" part="export" @click=${() => waiting.export('json')}>${frOutbox.export}</button>`
        : nothing
    }
    <button type="button" class="second" part="test" aria-disabled=${panel.connection === 'testing'} @click=${() => panel.test()}>${words.test}</button>
  </div>`;
}

/** What waits, by address, campaign and reason. */
const rows = (waiting: WaitingController): TemplateResult[] =>
  bundles(waiting.waiting, (answer) => waiting.whyOf(answer)).map(
    (bundle) =>
      html`<div class="grid" part="waiting">
        <p class="small soft">${frOutbox.to({address: bundle.endpoint})}</p>
        <ul class="grid">
          ${bundle.rows.map(
            ({campaign, count, since, why, code}) =>
              html`<li part="row">
                <b>${frOutbox.row({campaign, count, since})}</b>
                <p>${frOutbox.why({why})} ${code ? frOutbox.code({code}) : nothing}</p>
              </li>`,
          )}
        </ul>
      </div>`,
  );

function exported({file}: WaitingController): TemplateResult | typeof nothing {
  if (!file) return nothing;
  const {name, exported: given} = file;
  return html`<div class="note" part="exported">
    ${icons.check}<b>${frOutbox.exported({name})}</b>
    <p>${frOutbox.exportedNext({count: given.items.length})}</p>
  </div>`;
}

/** Version, storage, room, screen, network: one line each. */
function aboutTablet({tablet, isAwake, host}: StaffPanel): TemplateResult | typeof nothing {
  if (!tablet) return nothing;
  const {version, persisted, online} = tablet;
  const lines: [string, string][] = [
    [words.version, version],
    [words.storage, words.persisted({persisted})],
    [words.room, words.roomOf(tablet)],
    [words.screen, words.awake({awake: isAwake})],
    [words.network, words.online({online})],
  ];
  return html`<section class="grid" part="tablet" aria-labelledby="tablet">
    <div class="title small-title" id="tablet" role="heading" aria-level=${Math.min(6, host.level + 1)}>${words.tabletTitle}</div>
    <dl>${lines.map(([name, said]) => html`<div><dt>${name}</dt><dd>${said}</dd></div>`)}</dl>
  </section>`;
}

const open = (panel: StaffPanel, waiting: WaitingController): TemplateResult => {
  const {connection, host} = panel;
  const tested = connection === 'testing' ? words.testing : connection && words.connection({connection});
  const kind = connection === 'ours' ? 'ok' : connection === 'testing' ? '' : 'error';
  return html`${whatWaits(waiting, Math.min(6, host.level + 1))}${actions(panel, waiting)}
    ${tested ? html`<p class="status ${kind}" part="connection">${kind === 'ok' ? icons.check : icons.warning}<span>${tested}</span></p>` : nothing}
    ${exported(waiting)} ${rows(waiting)} ${aboutTablet(panel)}`;
};

/** The step that the panel is at. */
function body(panel: StaffPanel): unknown {
  const {step, waiting, host} = panel;
  const level = Math.min(6, host.level + 1);
  switch (step) {
    case 'choose':
      return html`<p>${words.chooseLead}</p>
        ${codeForm(panel, words.chooseLabel, words.chooseYes, (written) => panel.choose(written))}`;
    case 'enter':
      return html`${codeForm(panel, words.enterLabel, words.enterYes, (written) => panel.enter(written))}
        <div class="flow"><button type="button" part="forgotten" @click=${() => panel.forget()}>${words.forgotten}</button></div>`;
    case 'forgotten':
      return html`<p>${words.forgottenLead}</p>
        <p>${words.forgottenNext}</p>
        ${whatWaits(waiting, level)}`;
    case 'insecure':
      return html`<p>${words.insecureNext}</p>
        ${whatWaits(waiting, level)}`;
    case 'unread':
      return html`<p class="status error">${icons.warning}<span>${words.codeUnread}</span></p>`;
    default:
      return waiting && open(panel, waiting);
  }
}

/** Sober, for staff; it says when it closes by itself. */
export function staffScreen(panel: StaffPanel): TemplateResult {
  const {step, host, secondsLeft, closesSoon} = panel;
  const titles = {
    choose: words.chooseTitle,
    enter: words.enterTitle,
    forgotten: words.forgottenTitle,
    insecure: words.insecureTitle,
    unread: words.title,
    open: words.title,
  };
  return html`<div class="grid staff-panel" part="staff-panel" lang="fr">
    <div class="flow staff-head">
      ${title(host.level, 'staff', titles[step ?? 'open'])}
      <button type="button" class="second" part="staff-close" @click=${() => panel.close()}>${words.close}</button>
    </div>
    ${body(panel)}
    <p class="small soft" part="closes">${closesSoon ? words.closesSoon({seconds: secondsLeft}) : words.closesAlone}</p>
  </div>`;
}
