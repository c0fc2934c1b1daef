/** A form of the same questions written with Lit and nothing else: what a page costs that draws itself from a definition. */
import {LitElement, css, html, unsafeCSS} from 'lit';
import sheet from '../form.css?inline';

const yesNo = [
  {id: 'true', label: 'Oui'},
  {id: 'false', label: 'Non'},
];

class BareForm extends LitElement {
  static styles = [unsafeCSS(sheet), css`:host {display: block}`];
  static properties = {src: {}, layout: {}, definition: {state: true}, answers: {state: true}, at: {state: true}};

  constructor() {
    super();
    this.src = '';
    this.layout = 'page';
    this.answers = {};
  }

  async connectedCallback() {
    super.connectedCallback();
    this.definition = await (await fetch(this.src)).json();
    this.at = this.definition.questions[0].id;
  }

  #asked() {
    const seen = new Map();
    const passes = ({question, is, answered}) => {
      const answer = seen.get(question);
      if (answered === false || answer === undefined) return answered === false && answer === undefined;
      return is === undefined || [answer].flat().some((code) => [is].flat().includes(code));
    };
    const holds = (condition) => {
      if (condition.all) return condition.all.every(holds);
      if (condition.any) return condition.any.some(holds);
      if (condition.not) return !holds(condition.not);
      return passes(condition);
    };
    return this.definition.questions.filter(({id, visibleWhen}) => {
      if (visibleWhen && !holds(visibleWhen)) return false;
      seen.set(id, this.answers[id]);
      return true;
    });
  }

  #answer(id, value) {
    this.answers = {...this.answers, [id]: value};
  }

  #choice = (type, name, {id, label}, checked, choose, disabled = false) => html`<label class="choice"
    ><input type=${type} name=${name} value=${id} .checked=${checked} ?disabled=${disabled} @change=${choose} />${label}</label
  >`;

  #controls(question) {
    const {id, type, choices = yesNo, max} = question;
    const answer = this.answers[id];
    if (type === 'number')
      return html`<input class="field" id=${id} inputmode="numeric" @input=${({target}) => this.#answer(id, target.value)} />`;
    if (type === 'text')
      return html`<textarea class="field" id=${id} rows="3" maxlength=${max} @input=${({target}) => this.#answer(id, target.value)}></textarea>
        <p>${max - (answer ?? '').length} signes au plus</p>`;
    if (type === 'matrix')
      return question.rows.map(
        (row) => html`<fieldset class="row">
          <legend>${row.label}</legend>
          ${choices.map((one) => this.#choice('radio', `${id}.${row.id}`, one, answer?.[row.id] === one.id, () => this.#answer(id, {...answer, [row.id]: one.id})))}
        </fieldset>`,
      );
    if (type === 'multiple') {
      const chosen = answer ?? [];
      const toggle = (one) => (chosen.includes(one.id) ? chosen.filter((code) => code !== one.id) : [...chosen, one.id]);
      const isFull = (one) => chosen.length >= max && !chosen.includes(one.id);
      return html`<p>${max} réponses au plus</p>
        ${choices.map((one) => this.#choice('checkbox', id, one, chosen.includes(one.id), () => this.#answer(id, toggle(one)), isFull(one)))}`;
    }
    const value = (one) => (type === 'boolean' ? one.id === 'true' : one.id);
    return choices.map((one) => this.#choice('radio', id, one, answer === value(one), () => this.#answer(id, value(one))));
  }

  #question(question) {
    const {id, type, label} = question;
    return type === 'text' || type === 'number'
      ? html`<div class="question"><label class="title" for=${id}>${label}</label>${this.#controls(question)}</div>`
      : html`<fieldset class="question"><legend>${label}</legend>${this.#controls(question)}</fieldset>`;
  }

  #go(event, asked) {
    event.preventDefault();
    const next = asked[asked.findIndex(({id}) => id === this.at) + 1];
    if (this.layout === 'question' && next) this.at = next.id;
    else void fetch('/answers', {method: 'POST', body: JSON.stringify(this.answers)});
  }

  render() {
    if (!this.definition) return undefined;
    const asked = this.#asked();
    const isPage = this.layout === 'page';
    const at = asked.findIndex(({id}) => id === this.at);
    return html`<form class="form" @submit=${(event) => this.#go(event, asked)}>
      <p><b>${this.definition.title}</b> ${isPage ? `${asked.length} questions` : `Question ${at + 1} sur ${asked.length}`}</p>
      ${(isPage ? asked : [asked[at]]).map((question) => this.#question(question))}
      <button type="submit">Continuer</button>
    </form>`;
  }
}

customElements.define('bare-form', BareForm);
