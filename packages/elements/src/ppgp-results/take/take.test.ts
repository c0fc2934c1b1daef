import {expect, fixture, html} from '@open-wc/testing';
import {fakeSite, focused, keys, plain, root, until, type TestedElement} from '@ppgp/testing/element';
import {aPage} from '@ppgp/testing/embeddable';
import '../../define/ppgp-results.js';

const CROOKED = 'Un <b>titre</b> & deux "guillemets"\u0007';

/** A page with a block of every kind, shown. */
async function shown(more: object = {}): Promise<TestedElement> {
  const page = {...aPage({translated: (value) => value}), ...more};
  const {path} = await fakeSite({files: {'/page.json': page}});
  const element = await fixture<TestedElement>(html`<ppgp-results src=${`${path}/page.json`}></ppgp-results>`);
  await until('the page is there', () => root(element).querySelector('.method') !== null);
  return element;
}

const buttons = (element: TestedElement): HTMLElement[] => [...root(element).querySelectorAll<HTMLElement>('.figure:not(.method) > .take')];
const panel = (element: TestedElement): HTMLDialogElement | null => root(element).querySelector('dialog');
/** What is written in it, a stop after each piece. */
function pieces(node: Node | null | undefined): string {
  const walker = document.createTreeWalker(node ?? document.createElement('i'), NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '');
  return found.join(' ; ');
}

interface Policies {
  trustedTypes?: {createPolicy(name: string, rules: {createHTML(text: string): string}): {createHTML(text: string): string}};
}
const policy = (globalThis as Policies).trustedTypes?.createPolicy('parsed', {createHTML: (text) => text});

/** XML, read only. */
const parsed = (text: string, type: DOMParserSupportedType): Document =>
  new DOMParser().parseFromString(policy?.createHTML(text) ?? text, type);

const numbers = (said: string): Set<string> => new Set(said.replace(/(?<=\d)\s(?=\d{3})/g, '').match(/\d+/g));

/** The image's panel of the block with this button. */
async function opened(element: TestedElement, button: HTMLElement | undefined): Promise<HTMLDialogElement> {
  button?.click();
  await until('the image is there', () => panel(element) !== null);
  return panel(element) as HTMLDialogElement;
}

/** The file that pressing this gives. */
async function given(button: HTMLElement | null | undefined): Promise<{name: string; blob: Blob}> {
  const {createObjectURL} = URL;
  const {click} = HTMLAnchorElement.prototype;
  const file = {name: '', blob: undefined as Blob | undefined};
  URL.createObjectURL = (blob) => {
    file.blob = blob as Blob;
    return 'about:blank#file';
  };
  HTMLAnchorElement.prototype.click = function () {
    file.name = this.download;
  };
  try {
    button?.click();
    await until('a file is given', () => file.name !== '');
  } finally {
    Object.assign(URL, {createObjectURL});
    HTMLAnchorElement.prototype.click = click;
  }
  if (!file.blob) throw new Error('There is no file.');
  return {name: file.name, blob: file.blob};
}

/** The texts in a zip archive, by their names. */
async function unzipped(blob: Blob): Promise<Map<string, string>> {
  const view = new DataView(await blob.arrayBuffer());
  const texts = new Map<string, string>();
  let end = view.byteLength - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  for (let at = view.getUint32(end + 16, true), left = view.getUint16(end + 10, true); left > 0; left--) {
    const [method, size, nameLength] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameLength));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = new Blob([new Uint8Array(view.buffer, start, size)]);
    const stream = method === 0 ? packed.stream() : packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
    texts.set(name, await new Response(stream).text());
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return texts;
}

describe('ppgp-results, a block as an image', () => {
  it('says the same numbers as the block, of every kind', async () => {
    const element = await shown();
    expect(buttons(element).length).to.be.greaterThan(15);
    for (const button of buttons(element)) {
      const block = button.closest('section');
      const dialog = await opened(element, button);
      const image = dialog.querySelector('canvas')?.ariaLabel ?? '';
      const sources = image.split('\n').filter((line) => line.startsWith('Source'));
      expect([
        ...numbers(
          image
            .split('\n')
            .filter((line) => !line.startsWith('Source'))
            .join(' '),
        ),
      ]).to.have.members([...numbers(pieces(block))], image);
      expect(sources.every((line) => line.includes('21 novembre 2026'))).to.equal(true);
      dialog.close();
      await until('nothing is left of it', () => panel(element) === null);
    }
  });

  it('opens, closes and gives the focus back by keyboard', async () => {
    const element = await shown();
    const [first] = buttons(element);
    first?.focus();
    await keys(element, 'Enter');
    await until('the image is there', () => panel(element) !== null);
    expect(focused(element)).to.equal('Enregistrer en PNG');
    await keys(element, 'Escape');
    await until('it is closed', () => panel(element) === null);
    expect(root(element).activeElement).to.equal(first);
  });

  it('is an SVG that stands by itself, whatever is written', async () => {
    const element = await shown({blocks: [{block: 'number', k: 15, n: 23, title: CROOKED}]});
    const dialog = await opened(element, buttons(element)[0]);
    const {name, blob} = await given(dialog.querySelector<HTMLElement>('.second'));
    expect(name).to.equal('un-b-titre-b-deux-guillemets.svg');
    const svg = parsed(await blob.text(), 'image/svg+xml');
    expect(svg.querySelector('parsererror, script, style, image, b')).to.equal(null);
    expect(svg.querySelector('title')?.textContent).to.equal(CROOKED.replace('\u0007', ''));
    expect(plain(svg.querySelector('desc')?.textContent ?? '')).to.include('15 sur 23 (65 %)');
    expect(plain(svg.documentElement.textContent)).to.include('15 sur 23 (65 %)');
    const [ground] = svg.querySelectorAll('rect');
    expect([ground?.getAttribute('fill'), svg.documentElement.getAttribute('width')]).to.deep.equal(['#ffffff', '1600']);
  });

  it('is a PNG of 1600 points, drawn here', async () => {
    const element = await shown();
    const dialog = await opened(element, buttons(element)[0]);
    const {name, blob} = await given(dialog.querySelector<HTMLElement>('.primary'));
    expect(name).to.equal('votre-pratique-a-t-elle-evolue.png');
    const image = await createImageBitmap(blob);
    expect(image.width).to.equal(1600);
    expect(blob.type).to.equal('image/png');
  });

  it('writes an axis whose words are too long on several lines, all within the picture', async () => {
    const label = 'Une étape dont le nom est long. '.repeat(8) + 'anticonstitutionnellement'.repeat(6);
    const element = await shown({
      blocks: [
        {
          block: 'funnel',
          title: label,
          steps: [
            {label, count: 5},
            {label, count: 2},
          ],
        },
      ],
    });
    const dialog = await opened(element, buttons(element)[0]);
    const {blob} = await given(dialog.querySelector<HTMLElement>('.second'));
    const holder = document.createElement('div');
    holder.append(document.importNode(parsed(await blob.text(), 'image/svg+xml').documentElement, true));
    (await fixture<HTMLElement>(html`<div></div>`)).append(holder);
    const boxes = [...holder.querySelectorAll('text')].map((text) => text.getBBox());
    expect(boxes.length).to.be.greaterThan(10);
    expect(boxes.every(({x, width}) => x >= 0 && x + width <= 1600)).to.equal(true);
  });
});

describe('ppgp-results, a page as a document', () => {
  it('has the title, the headings, the sentences and the same numbers in tables', async () => {
    const element = await shown();
    const {name, blob} = await given(root(element).querySelector<HTMLElement>('.method > .take'));
    expect(name).to.equal('ce-que-l-on-nous-a-dit.docx');
    const files = await unzipped(blob);
    for (const [file, content] of files)
      if (/\.(xml|rels)$/.test(file)) expect(parsed(content, 'text/xml').querySelector('parsererror'), file).to.equal(null);
    const written = parsed(files.get('word/document.xml') ?? '', 'text/xml');
    const paragraphs = [...written.getElementsByTagName('w:p')].map(({textContent}) => textContent ?? '');
    const said = plain(paragraphs.join(' '));
    expect(said).to.match(/^Ce que l’on nous a dit Un département · 22 novembre 2026 En quelques pages\./);
    expect(said).to.include('15 sur 23 (65 %)').and.include('12 500 €').and.include('800,50 €').and.include('71 % de 23 n’existe pas');
    expect(said).to.include('Comment ces chiffres sont faits').and.not.include('Le trait sur chaque barre').and.not.include('Un point est');
    expect(written.getElementsByTagName('w:tbl').length).to.be.greaterThan(8);
    const page = new Set([...root(element).querySelectorAll('.figure')].flatMap((block) => [...numbers(pieces(block))]));
    expect([...page].filter((number) => !numbers(paragraphs.join(' ; ')).has(number))).to.deep.equal([]);
  });
});
