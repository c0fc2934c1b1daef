import {expect, fixture, html} from '@open-wc/testing';
import {flyer} from '@ppgp/instruments/flyer';
import type {Questionnaire} from '@ppgp/schema';
import {sendKeys} from '@web/test-runner-commands';
import '../define/flyer-feedback.js';
import {FlyerFeedback} from './flyer-feedback.js';

const root = (element: FlyerFeedback): ShadowRoot => {
  if (element.shadowRoot === null) throw new Error('The element has no shadow root.');
  return element.shadowRoot;
};

/** Any white space is as good as another. */
const plain = (written: string): string => written.replace(/\s+/g, ' ').trim();

const text = (element: FlyerFeedback): string => plain(root(element).textContent);

/** The next event of this name, with its own type. */
const heard = <K extends keyof GlobalEventHandlersEventMap>(element: FlyerFeedback, name: K): Promise<GlobalEventHandlersEventMap[K]> =>
  new Promise((resolve) => element.addEventListener(name, resolve, {once: true}));

/** Clicks what a person would call by this name, in the row of that name where one is given. */
async function press(element: FlyerFeedback, name: string, row = ''): Promise<void> {
  const where = [...root(element).querySelectorAll('fieldset')].filter((one) =>
    plain(one.querySelector('legend')?.textContent ?? '').includes(row),
  );
  const scope = row === '' ? root(element) : where.at(-1);
  const found = [...(scope?.querySelectorAll<HTMLElement>('label, button') ?? [])].find((one) => plain(one.textContent).startsWith(name));
  if (found === undefined) throw new Error(`There is no « ${name} » in: ${text(element)}`);
  (found.querySelector('input') ?? found).click();
  await element.updateComplete;
}

const ROWS = ['n° 1', 'n° 2', 'Le flyer'];

/** A new element, painted, with all that it fetches after the first paint. */
async function asking(definition?: unknown): Promise<FlyerFeedback> {
  const element = await fixture<FlyerFeedback>(html`<flyer-feedback lang="fr" .definition=${definition}></flyer-feedback>`);
  await ready(element);
  return element;
}

async function ready(element: FlyerFeedback): Promise<void> {
  await element.updateComplete;
  for (let tries = 0; element.state === 'loading' && tries < 300; tries += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await element.updateComplete;
}

async function goOn(element: FlyerFeedback, name = 'Continuer'): Promise<void> {
  const step = heard(element, 'ppgp-step');
  await press(element, name);
  await step;
  await element.updateComplete;
}

/** Received nothing: three questions, as far as the review. */
async function toReview(element: FlyerFeedback): Promise<void> {
  for (const row of ROWS) await press(element, 'Non', row);
  await goOn(element);
  await goOn(element);
  await goOn(element, 'Relire');
}

/** A questionnaire of one question. */
const one = (question: object, more: object = {}): unknown => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  questions: [question],
  ...more,
});

describe('flyer-feedback', () => {
  describe('is accessible', () => {
    it('when it asks, when something is missing, at the review and after sending', async () => {
      const element = await asking();
      await expect(element).to.be.accessible();
      await press(element, 'Continuer');
      await expect(element).to.be.accessible();
      await toReview(element);
      await expect(element).to.be.accessible();
      await press(element, 'Envoyer');
      expect(element.state).to.equal('handed');
      await expect(element).to.be.accessible();
    });

    it('with every kind of question it can ask', async () => {
      const choices = [
        {id: 'a', label: 'Un', hint: 'le premier'},
        {id: 'b', label: 'Autre', role: 'other'},
        {id: 'c', label: 'Rien', role: 'exclusive'},
      ];
      for (const question of [
        {id: 'q', type: 'single', label: 'Une ?', choices, hint: 'Comme vous voulez.', decline: true},
        {id: 'q', type: 'multiple', label: 'Plusieurs ?', choices, max: 2},
        {id: 'q', type: 'scale', label: 'Comment ?', choices: 'faces3', required: true},
        {id: 'q', type: 'scale', label: 'D’accord ?', choices: 'agree4'},
        {id: 'q', type: 'text', label: 'Un mot ?', max: 20, decline: true},
        {id: 'q', type: 'statement', label: 'Bonjour.'},
      ]) {
        const element = await asking(one(question));
        expect(element.state, JSON.stringify(question)).to.equal('asking');
        await expect(element).to.be.accessible();
      }
    });

    it('closed, not yet open, and broken', async () => {
      for (const [definition, state] of [
        [{...flyer, opens: '2020-01-01', closes: '2020-01-02'}, 'closed'],
        [{...flyer, opens: '2999-01-01'}, 'closed'],
        [{...flyer, questions: []}, 'failed'],
      ] as const) {
        const element = await asking(definition);
        expect(element.state).to.equal(state);
        await expect(element).to.be.accessible();
      }
    });
  });

  describe('for a person', () => {
    it('asks its first question at once, without a welcome screen', async () => {
      const element = await asking();
      expect(text(element)).to.include('L’avez-vous reçu ?').and.include('3 minutes').and.include('Question 1 sur 12');
    });

    it('takes answers from real keys', async () => {
      const element = await asking();
      root(element).querySelector<HTMLInputElement>('input')?.focus();
      await sendKeys({press: 'ArrowDown'});
      await element.updateComplete;
      expect(element.answers).to.deep.equal({ff_recu: {lettre_1: 'non'}});
    });

    it('moves the focus to the next question’s title', async () => {
      const element = await asking();
      for (const row of ROWS) await press(element, 'Oui', row);
      await goOn(element);
      expect(root(element).activeElement?.textContent).to.include('remarqué');
    });

    it('goes back without losing anything', async () => {
      const element = await asking();
      for (const row of ROWS) await press(element, 'Oui', row);
      await goOn(element);
      await goOn(element, 'Retour');
      const chosen = [...root(element).querySelectorAll<HTMLInputElement>('input:checked')].map(({value}) => value);
      expect(chosen).to.deep.equal(['oui', 'oui', 'oui']);
    });

    it('says what is missing, in words, at the top and at the place', async () => {
      const element = await asking();
      await press(element, 'Oui', 'Le flyer');
      await press(element, 'Continuer');
      expect(text(element)).to.include('Il manque 2 réponses.').and.include('Choisissez une réponse, ou « Je ne sais plus ».');
      expect(root(element).activeElement?.getAttribute('role')).to.equal('group');
      await press(element, 'Oui', 'n° 1');
      await press(element, 'Oui', 'n° 2');
      expect(text(element)).not.to.include('Il manque');
    });

    it('lets a person change an answer at the review and come back to it', async () => {
      const element = await asking();
      await toReview(element);
      expect(text(element)).to.include('La lettre n° 1 (pendant la grossesse) : Non').and.include('1 question sur 3');
      await goOn(element, 'Modifier');
      expect(text(element)).to.include('L’avez-vous reçu ?');
      await goOn(element, 'Relire');
      expect(text(element)).to.include('Vos réponses');
    });

    it('stops at the maximum with the reason, and lets a person choose again', async () => {
      const choices = ['a', 'b', 'c', 'd'].map((id) => ({id, label: `Choix ${id}`}));
      const element = await asking(
        one({id: 'q', type: 'multiple', label: 'Quoi ?', choices: [...choices, {id: 'rien', label: 'Rien', role: 'exclusive'}], max: 2}),
      );
      await press(element, 'Choix d');
      await press(element, 'Choix a');
      expect(element.answers).to.deep.equal({q: ['a', 'd']});
      expect(root(element).querySelectorAll('input:disabled').length).to.equal(2);
      expect(text(element)).to.include('Vous en avez choisi 2.');
      await press(element, 'Rien');
      expect(element.answers).to.deep.equal({q: ['rien']});
      await press(element, 'Choix b');
      expect(element.answers).to.deep.equal({q: ['b']});
    });

    it('asks for a few words beside « autre », and keeps them with it', async () => {
      const element = await asking(
        one({
          id: 'q',
          type: 'single',
          label: 'Quoi ?',
          choices: [
            {id: 'a', label: 'Un'},
            {id: 'b', label: 'Autre', role: 'other'},
          ],
        }),
      );
      await press(element, 'Autre');
      const field = root(element).querySelector<HTMLInputElement>('input:not([type=radio])');
      field?.focus();
      await sendKeys({type: 'le bus'});
      await goOn(element, 'Relire');
      expect(text(element)).to.include('Autre').and.include('« le bus »');
      const submit = heard(element, 'ppgp-submit');
      await press(element, 'Envoyer');
      expect((await submit).submission.payload).to.deep.include({answers: {q: 'b'}, other: {q: 'le bus'}});
    });

    it('warns before free text, counts letters, and never blocks typing', async () => {
      const element = await asking(one({id: 'q', type: 'text', label: 'Un mot ?', max: 5}));
      expect(text(element)).to.include('N’écrivez ni nom, ni adresse, ni maladie.').and.include('Il vous reste 5 caractères');
      root(element).querySelector('textarea')?.focus();
      await sendKeys({type: 'bonjour'});
      await element.updateComplete;
      expect(text(element)).to.include('2 caractères de trop');
      await press(element, 'Relire');
      expect(text(element)).to.include('Raccourcissez');
    });

    it('lets a person decline', async () => {
      const element = await asking(
        one({id: 'q', type: 'single', label: 'Quoi ?', choices: [{id: 'a', label: 'Un'}], required: true, decline: true}),
      );
      await press(element, 'Je préfère ne pas répondre');
      expect(element.answers).to.deep.equal({q: null});
      await goOn(element, 'Relire');
      expect(text(element)).to.include('Préfère ne pas répondre');
    });

    it('is whole at 320 px', async () => {
      const element = await asking();
      element.parentElement?.style.setProperty('inline-size', '320px');
      await element.updateComplete;
      expect(element.scrollWidth).to.be.at.most(320);
      for (const target of root(element).querySelectorAll<HTMLElement>('button, .cell')) {
        expect(target.getBoundingClientRect().height, target.textContent).to.be.at.least(44);
      }
    });
  });

  describe('for an integrator', () => {
    it('fires each event for what a person did, with its data as fields', async () => {
      const element = await asking();
      const change = heard(element, 'ppgp-change');
      await press(element, 'Oui', 'Le flyer');
      expect(await change).to.deep.include({question: 'ff_recu', bubbles: true, composed: true});
      for (const row of ROWS.slice(0, 2)) await press(element, 'Non', row);
      const step = heard(element, 'ppgp-step');
      await press(element, 'Continuer');
      expect(await step).to.include({index: 2, count: 12, title: 'L’avez-vous remarqué dans le courrier\u00a0?'});
    });

    it('hands the submission to the host, and keeps nothing without an endpoint', async () => {
      const element = await asking();
      await toReview(element);
      const submit = heard(element, 'ppgp-submit');
      await press(element, 'Envoyer');
      const {submission} = await submit;
      expect(submission).to.deep.include({campaign: 'flyer', version: flyer.version});
      expect(submission.day).to.match(/^\d{4}-\d\d-\d\d$/);
      expect(submission.payload).to.deep.equal({
        answers: {ff_recu: {lettre_1: 'non', lettre_2: 'non', flyer: 'non'}},
        lang: 'fr',
        mode: 'web',
      });
      expect(text(element)).to.include('Réponse transmise à cette page.');
    });

    it('keeps nothing when the host prevents the submission, whatever the endpoint', async () => {
      const element = await asking();
      element.endpoint = '/nowhere';
      await ready(element);
      element.addEventListener('ppgp-submit', (event) => event.preventDefault());
      await toReview(element);
      await press(element, 'Envoyer');
      expect(element.state).to.equal('handed');
    });

    it('never keeps in clear what a campaign wants sealed', async () => {
      const element = await asking({...flyer, publicKey: {keyId: 'k', key: 'AAAA'}});
      element.endpoint = '/nowhere';
      await ready(element);
      await toReview(element);
      const error = heard(element, 'ppgp-error');
      await press(element, 'Envoyer');
      expect((await error).code).to.equal('not-private');
      expect(element.state).to.equal('unsaved');
      expect(text(element)).to.include('Rien n’a été gardé ni envoyé.');
    });

    it('salts what is sensitive and cannot be sealed', async () => {
      const element = await asking({...flyer, sensitive: true});
      await toReview(element);
      const submit = heard(element, 'ppgp-submit');
      await press(element, 'Envoyer');
      expect((await submit).submission.payload.salt).to.match(/^[0-9a-f]{32}$/);
    });

    const failures: [string, Partial<Record<'definition' | 'instrument' | 'endpoint', unknown>>, string, string][] = [
      ['a broken definition', {definition: {...flyer, questions: []}}, 'definition-invalid', 'Il y a une erreur dans ce questionnaire.'],
      ['a grid', {definition: {...flyer, kind: 'grid'}}, 'definition-invalid', 'Il y a une erreur dans ce questionnaire.'],
      ['an unknown instrument', {instrument: 'constructor'}, 'definition-missing', 'Il n’a pas pu être chargé.'],
      [
        'an endpoint that is no address',
        {endpoint: 'javascript:alert(1)'},
        'endpoint-misconfigured',
        'Le questionnaire ne peut pas s’afficher.',
      ],
    ];
    for (const [name, properties, code, sentence] of failures) {
      it(`${name} is said politely, with the code ${code} and the host’s fallback`, async () => {
        const element = document.createElement('flyer-feedback');
        element.append('Appelez le 05 36 49 10 00.');
        Object.assign(element, properties);
        const error = heard(element, 'ppgp-error');
        document.body.append(element);
        expect((await error).code).to.equal(code);
        await ready(element);
        expect(element.state).to.equal('failed');
        expect(text(element)).to.include(sentence);
        expect(root(element).querySelector('slot:not([name])')).to.exist;
        element.remove();
      });
    }

    it('reads territory and source from its attributes, closed lists only', async () => {
      const definition: Questionnaire = {
        ...flyer,
        territories: [{id: 'nord', label: 'Nord', phone: '05 36 49 00 01'}],
        sources: [{id: 'affiche', label: 'Affiche'}],
      };
      const element = await fixture<FlyerFeedback>(
        html`<flyer-feedback .definition=${definition} territory="nord" source="inconnue"></flyer-feedback>`,
      );
      await ready(element);
      expect(root(element).querySelector('a')?.getAttribute('href')).to.equal('tel:0536490001');
      await toReview(element);
      const submit = heard(element, 'ppgp-submit');
      await press(element, 'Envoyer');
      const {payload} = (await submit).submission;
      expect(payload.territory).to.equal('nord');
      expect(payload).not.to.have.property('source');
    });

    it('resolves pictures against the page, and follows no other scheme than http(s)', async () => {
      const element = await asking({
        ...flyer,
        materials: [{id: 'flyer', label: 'Le flyer', alt: '', picture: '/f.svg'}],
        questions: flyer.questions.slice(0, 1),
      });
      expect(root(element).querySelector('img')?.src).to.equal(new URL('/f.svg', document.baseURI).href);
      expect(element.resolve('javascript:alert(1)')).to.equal('');
    });

    it('clears everything for the next person', async () => {
      const element = await asking();
      await toReview(element);
      const reset = heard(element, 'ppgp-reset');
      element.reset();
      await reset;
      await element.updateComplete;
      expect(element.answers).to.deep.equal({});
      expect(root(element).querySelectorAll('input:checked').length).to.equal(0);
      expect(text(element)).to.include('Question 1 sur 12');
    });
  });

  describe('on any page', () => {
    it('may be defined twice', async () => {
      const again: string = '../define/flyer-feedback.ts?again';
      await import(again);
      expect(customElements.get('flyer-feedback')).to.equal(FlyerFeedback);
    });

    it('keeps its answers when it is moved', async () => {
      const element = await asking();
      await press(element, 'Oui', 'Le flyer');
      const other = await fixture(html`<div></div>`);
      other.append(element);
      await element.updateComplete;
      expect(element.answers).to.deep.equal({ff_recu: {flyer: 'oui'}});
    });

    it('keeps a property that was set before it was upgraded', async () => {
      class Early extends FlyerFeedback {}
      const element = document.createElement('early-feedback') as FlyerFeedback;
      element.headingLevel = 4;
      document.body.append(element);
      customElements.define('early-feedback', Early);
      await ready(element);
      expect(element.headingLevel).to.equal(4);
      expect(root(element).querySelector('[role=heading]')?.getAttribute('aria-level')).to.equal('4');
      element.remove();
    });

    it('uses the heading level it is given', async () => {
      const element = await fixture<FlyerFeedback>(html`<flyer-feedback heading-level="3"></flyer-feedback>`);
      await ready(element);
      expect(root(element).querySelector('[role=heading]')?.getAttribute('aria-level')).to.equal('3');
    });

    it('is dark only where the page is', async () => {
      const element = await asking();
      const ground = (): string => getComputedStyle(root(element).querySelector('.body') ?? element).backgroundColor;
      const light = ground();
      element.parentElement?.style.setProperty('color-scheme', 'dark');
      const supported = CSS.supports('color: light-dark(oklch(from white l c h), black)');
      expect(ground() !== light).to.equal(supported);
    });

    it('is not undone by a host that resets everything', async () => {
      const element = await asking();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { letter-spacing: 9px; text-transform: uppercase; font-style: italic; line-height: 4 }');
      document.adoptedStyleSheets.push(sheet);
      const title = root(element).querySelector('.title');
      const {letterSpacing, textTransform, fontStyle} = getComputedStyle(title ?? element);
      document.adoptedStyleSheets.pop();
      expect({letterSpacing, textTransform, fontStyle}).to.deep.equal({
        letterSpacing: 'normal',
        textTransform: 'none',
        fontStyle: 'normal',
      });
    });
  });
});
