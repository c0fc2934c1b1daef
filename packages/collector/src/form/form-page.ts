import {fr, frConfigured, frFirst, frForm} from '@ppgp/words';
import {html} from 'hono/html';
import {HIDDEN} from './fields.js';
import {icons} from './icons.js';
import {contact, page} from './page.js';
import type {Told} from './problem-words.js';
import type {Page} from './question-frame.js';
import {firstControl, questionView} from './question-view.js';
import type {Html} from './wording.js';

/** A form to fill in, or to mend. */
export interface FormPage extends Page {
  campaign: string;
  /** What goes with the answers, by the names of hidden fields. */
  hidden: Readonly<Record<string, string | undefined>>;
  territory: string | undefined;
  /** Said above everything, where the answer could not be stored. */
  note?: Note | undefined;
}

/** Why an answer was not stored though nothing in it is to be mended. */
export interface Note {
  title: string;
  next: string;
}

/** What is to be mended, counted in words, with a link to each place. */
function summary(form: FormPage): Html | string {
  const {problems, shown, wording} = form;
  if (problems.length === 0) return '';
  const words = wording.words(frForm);
  const place = ({question, row, sentence}: Told): Html | string => {
    const one = shown.find((other) => other.question.id === question);
    if (one === undefined) return '';
    const named = one.rows.find(({id}) => id === row);
    const label = wording.plainLabel(one.question);
    const where = named ? wording.words(fr).problemRow({row: wording.choice(one.question, named), question: label}) : label;
    return html`<li>
      <a href="#${firstControl(one, row)}">${where}</a> ${sentence}
    </li>`;
  };
  return noteBox(
    words.toMend({count: problems.length}),
    html`<p>${words.notYet}</p>
      <ul>
        ${problems.map(place)}
      </ul>`,
  );
}

/** Reading goes on here: the page is the reply to what somebody has just sent. */
const noteBox = (title: string, body: Html): Html =>
  // eslint-disable-next-line lit-a11y/no-autofocus -- without a script nothing else can bring the focus to what is to be mended
  html`<div class="note error" id="problems" role="group" aria-labelledby="problems-title" tabindex="-1" autofocus>
    ${icons.warning}<b id="problems-title">${title}</b>${body}
  </div>`;

/** What the page promises, as the first screen of the elements does. */
function promises({definition: {minutes}, wording}: FormPage): Html {
  const words = wording.words(frFirst);
  const promise = (icon: Html, said: string): Html => html`<li class="flow">${icon}<span>${said}</span></li>`;
  return html`<ul class="promises small">
    ${minutes === undefined ? '' : promise(icons.clock, words.minutes({count: minutes}))}${promise(icons.shield, words.anonymous)}${promise(icons.check, words.maySkip)}
  </ul>`;
}

function notice({definition, wording}: FormPage): Html | string {
  if (definition.notice === undefined) return '';
  return html`<details>
    <summary>${wording.words(frConfigured).whoReads}</summary>
    <p class="small">${wording.show(definition.notice, 'notice')}</p>
  </details>`;
}

/** Fields that a person does not see. A robot fills in the last one. */
function unseen({hidden, wording}: FormPage): Html {
  const inputs = Object.entries(hidden).flatMap(([name, value]) =>
    value === undefined ? [] : html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`${inputs}
    <div class="trap" aria-hidden="true">
      <label>${wording.words(frForm).leaveEmpty} <input name="${HIDDEN.trap}" tabindex="-1" autocomplete="off" /></label>
    </div>`;
}

/** The whole questionnaire on one page. */
export function formPage(form: FormPage): Html {
  const {campaign, definition, note, problems, shown, territory, wording} = form;
  const title = wording.plain(definition.title, 'title');
  const words = wording.words(frForm);
  const said = problems.length > 0 ? words.mendTitle({count: problems.length, title}) : title;
  return page(
    note ? `${note.title} – ${title}` : said,
    html`${note ? noteBox(note.title, html`<p>${note.next}</p>`) : summary(form)}
      <div class="stack">
        <h1>${wording.show(definition.title, 'title')}</h1>
        ${promises(form)}${notice(form)}
      </div>
      <form method="post" action="/f/${campaign}" novalidate autocomplete="off">
        ${unseen(form)}${shown.map((one) => questionView(form, one))}
        <button type="submit">${wording.words(fr).send}</button>
      </form>
      ${contact(wording, definition.territories, territory)}`,
  );
}
