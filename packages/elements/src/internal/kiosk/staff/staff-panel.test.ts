import {expect, fixture, html} from '@open-wc/testing';
import {
  catchDownloads,
  emptyOutbox,
  fakeSite,
  focused,
  hears,
  holds,
  keys,
  leave,
  part,
  press,
  pressPart,
  root,
  tabTo,
  text,
  until,
  type FakeSite,
  type TestedElement,
} from '@ppgp/testing/element';
import {board, darkens, forgetCode, knocks, types} from '../../../../../testing/src/states/board-states.js';
import '../../../define/needs-plateau.js';

/** Lets seconds pass for what asks how late it is; gives the way back. */
function hurriesOn(seconds: number): () => void {
  const {now} = performance;
  performance.now = () => now.call(performance) + seconds * 1000;
  return () => void (performance.now = now);
}

describe('the panel of a tablet’s staff', () => {
  let site: FakeSite;
  let element: TestedElement;
  const undo: (() => unknown)[] = [];
  beforeEach(async () => {
    site = await fakeSite({files: {'/v1/answers': {protocol: ['reponses/1']}}});
    element = await fixture<TestedElement>(html`<needs-plateau mode="kiosk"></needs-plateau>`);
    Object.assign(element, {definition: board, endpoint: site.endpoint});
    await until('it waits for somebody', () => part(element, 'start') !== null);
  });
  afterEach(async () => {
    for (const one of undo.splice(0)) await one();
    await site.order({answers: 'up'});
    await emptyOutbox();
    await forgetCode();
  });

  const isOpen = (): boolean => part(element, 'tablet') !== null;
  const opens = (): Promise<void> => until('it is open', isOpen);
  async function chooses(code = '482915'): Promise<void> {
    await knocks(element);
    await types(element, code);
    await opens();
  }
  async function comesBack(code: string): Promise<void> {
    await pressPart(element, 'staff-close');
    await knocks(element);
    await types(element, code);
  }

  it('is not met by a press or four, and opens by keyboard alone', async () => {
    for (let press = 0; press < 4; press += 1) await pressPart(element, 'staff');
    undo.push(hurriesOn(6));
    await pressPart(element, 'staff');
    expect(part(element, 'staff-panel')).to.equal(null);
    await tabTo(element, 'Équipe');
    for (let press = 0; press < 4; press += 1) await keys(element, 'Enter');
    await until('the panel is there', () => part(element, 'staff-panel') !== null);
    await until('it has the focus', () => focused(element) === 'Choisissez un code pour l’équipe');
    await keys(element, 'Tab', 'Tab');
    expect(focused(element)).to.equal('Nouveau code : 4 à 12 chiffres');
    await keys(element, ...'482915', 'Enter');
    await opens();
  });

  it('asks for the code that was chosen here; a wrong one opens nothing, and says so', async () => {
    await chooses();
    await comesBack('111111');
    await hears('Ce n’est pas ce code.');
    expect(isOpen()).to.equal(false);
    expect(text(element)).to.include('Ce n’est pas ce code.');
    await types(element, '48 29 15');
    await opens();
  });

  it('tells what waits and how the tablet is, and nothing of what is in an answer', async () => {
    await site.order({answers: 'down'});
    await leave({endpoint: site.endpoint, payload: '{"answers":{"chosen":["canari"]},"lang":"fr","mode":"kiosk"}'});
    await chooses();
    await until('what waits is read', () => part(element, 'row') !== null);
    expect(text(element))
      .to.include('1 réponse n’est pas encore envoyée')
      .and.include('Enquête « essai »')
      .and.include('Version')
      .and.include('Écran');
    const names: string[] = [];
    undo.push(catchDownloads(names));
    await pressPart(element, 'export');
    await until('it was exported', () => part(element, 'exported') !== null);
    expect(names[0]).to.match(/^reponses-.*\.json$/);
    expect(new XMLSerializer().serializeToString(root(element))).not.to.include('canari');
    await site.order({answers: 'up'});
    await pressPart(element, 'send');
    await holds(0);
    await until('it says so', () => text(element).includes('Tout est envoyé'));
  });

  it('closes by itself, having said so, and shows the next person nothing', async () => {
    await chooses();
    undo.push(hurriesOn(41));
    await until('it says so', () => text(element).includes('Ce panneau se ferme dans'));
    undo.push(hurriesOn(20));
    await until('it is closed', () => part(element, 'start') !== null);
    expect(text(element)).not.to.include('envoyé');
    expect(root(element).querySelector('.staff-panel')).to.equal(null);
  });

  it('closes when the screen goes dark, and asks for the code again', async () => {
    await chooses();
    darkens();
    await until('it is closed', () => part(element, 'start') !== null);
    await knocks(element);
    expect(isOpen()).to.equal(false);
    expect(text(element)).to.include('Le code de l’équipe');
  });

  it('slows down who guesses, and says how long', async () => {
    await chooses();
    await comesBack('0000');
    for (const guess of ['1111', '2222']) {
      await hears('Ce n’est pas ce code.');
      await types(element, guess);
    }
    await until('one has to wait', () => text(element).includes('Trop d’essais. Prochain essai possible dans 30 secondes.'));
    await types(element, '482915');
    expect(isOpen()).to.equal(false);
    undo.push(hurriesOn(31));
    await types(element, '482915');
    await opens();
  });

  it('a forgotten code is no way in, and loses nothing: it says what to do, and how many wait', async () => {
    await site.order({answers: 'down'});
    await leave({endpoint: site.endpoint}, {endpoint: site.endpoint});
    await chooses();
    await pressPart(element, 'staff-close');
    await knocks(element);
    await press(element, 'Code oublié ?');
    await until('it counts', () => text(element).includes('2 réponses ne sont pas encore envoyées'));
    expect(text(element)).to.include('effacez les données de ce site');
    expect(part(element, 'export') ?? part(element, 'tablet')).to.equal(null);
  });

  it('on plain HTTP there is no panel, and it says why', async () => {
    Object.defineProperty(crypto, 'subtle', {configurable: true, value: undefined});
    undo.push(() => Reflect.deleteProperty(crypto, 'subtle'));
    await knocks(element);
    expect(text(element)).to.include('Cette page n’est pas en https');
    expect(part(element, 'field')).to.equal(null);
  });

  for (const [what, files, said] of [
    ['the collector', {'/v1/answers': {protocol: ['reponses/1']}}, 'c’est bien un collecteur'],
    ['something else', {'/v1/answers': {bonjour: true}}, 'ce n’est pas le collecteur'],
    ['nothing', {}, 'Pas de réponse du collecteur'],
  ] as const) {
    it(`tests the connection: ${what} answers`, async () => {
      await site.order({files});
      await chooses();
      await pressPart(element, 'test');
      await until('it was tested', () => part(element, 'connection')?.textContent.includes(said) === true);
    });
  }
});
