import {expect, fixture, html} from '@open-wc/testing';
import {answersAll, fakeSite, heard, hears, holds, part, pressPart, root, text, until, type TestedElement} from '@ppgp/testing/element';
import {darkens} from '../../../../testing/src/states/board-states.js';
import '../../define/flyer-feedback.js';
import '../../define/ppgp-survey.js';

const two = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'deux-langues',
  version: '1',
  lang: 'fr',
  languages: ['fr', 'ar'],
  title: {fr: 'Votre avis', ar: 'رأيكم'},
  questions: [
    {
      id: 'q',
      type: 'single',
      label: {fr: 'Cela va ?', ar: 'هل الأمور بخير؟'},
      choices: [
        {id: 'oui', label: {fr: 'Oui', ar: 'نعم'}},
        {id: 'non', label: {fr: 'Non', ar: 'لا'}},
      ],
    },
  ],
};

/** On a tablet, somebody has touched « Touchez pour commencer ». */
async function begun(element: TestedElement): Promise<TestedElement> {
  await until('it waits for somebody', () => part(element, 'start') !== null);
  await pressPart(element, 'start');
  return element;
}

const flyer = (endpoint = ''): Promise<TestedElement> =>
  fixture<TestedElement>(html`<flyer-feedback mode="kiosk" endpoint=${endpoint}></flyer-feedback>`);

describe('a questionnaire on a screen that people share', () => {
  it('asks nothing before somebody touches it, and says what it is about', async () => {
    const element = await flyer();
    await until('it waits', () => part(element, 'attract') !== null);
    expect(text(element)).to.include('Votre avis sur nos documents').and.include('Touchez pour commencer').and.include('Équipe');
    expect(root(element).querySelectorAll('input')).to.have.length(0);
    await begun(element);
    expect(text(element)).to.include('L’avez-vous reçu ?');
  });

  it('thanks who sent once the answer is kept, and begins anew for the next', async () => {
    const site = await fakeSite();
    const element = await begun(await flyer(site.endpoint));
    await answersAll(element);
    const submit = heard(element, 'ppgp-submit');
    await pressPart(element, 'send');
    expect((await submit).submission.payload).to.include({mode: 'kiosk'});
    await until('it thanks', () => text(element).includes('L’écran s’efface tout seul dans'));
    expect(['saved', 'sent']).to.include(element.state);
    await pressPart(element, 'finish');
    expect(part(element, 'attract')).to.exist;
    await hears('L’écran est effacé.');
    await pressPart(element, 'start');
    expect(element.answers).to.deep.equal({});
    expect(text(element)).to.include('L’avez-vous reçu ?');
  });

  it('clears what nobody goes on with, and sends none of it', async () => {
    const site = await fakeSite();
    const element = await begun(await flyer(site.endpoint));
    const submitted: Event[] = [];
    element.addEventListener('ppgp-submit', (event) => submitted.push(event));
    root(element).querySelector<HTMLInputElement>('input[value=oui]')?.click();
    await element.updateComplete;
    darkens();
    await until('it asks', () => part(element, 'still-there') !== null);
    expect((part(element, 'still-there') as HTMLDialogElement).open).to.equal(true);
    await pressPart(element, 'finish');
    expect(part(element, 'attract')).to.exist;
    expect(element.answers).to.deep.equal({});
    expect(element.state).to.equal('asking');
    expect(submitted).to.deep.equal([]);
    await holds(0);
  });

  it('speaks the language that the person chose, and its own again to the next', async () => {
    const element = await fixture<TestedElement>(html`<ppgp-survey mode="kiosk"></ppgp-survey>`);
    Object.assign(element, {definition: two});
    await until('it waits', () => part(element, 'language') !== null);
    const offered = [...root(element).querySelectorAll<HTMLElement>('[part=language]')];
    expect(offered.map(({lang, textContent}) => [lang, textContent.trim()])).to.deep.equal([
      ['fr', 'Français'],
      ['ar', 'العربية'],
    ]);
    offered[1]?.click();
    await element.updateComplete;
    const body = part(element, 'body');
    expect([body?.lang, body?.dir]).to.deep.equal(['ar', 'rtl']);
    expect(text(element)).to.include('هل الأمور بخير؟');
    darkens();
    await until('it asks', () => part(element, 'still-there') !== null);
    await pressPart(element, 'finish');
    expect([body?.lang, body?.dir]).to.deep.equal(['fr', '']);
    expect(text(element)).to.include('Votre avis');
  });

  it('flags the answer of a child that hits the whole screen, which is sent all the same', async () => {
    const element = await begun(await flyer());
    for (let hit = 0; hit < 15; hit += 1)
      for (const type of ['pointerdown', 'pointerup'])
        element.dispatchEvent(new PointerEvent(type, {bubbles: true, composed: true, isPrimary: true, clientX: (hit % 5) * 300}));
    await answersAll(element);
    const submit = heard(element, 'ppgp-submit');
    await pressPart(element, 'send');
    expect((await submit).submission.payload.signals).to.deep.equal(['fast']);
  });
});
