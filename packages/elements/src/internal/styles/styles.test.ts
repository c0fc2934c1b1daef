import {expect} from '@open-wc/testing';
import {root, shown} from '@ppgp/testing/element';
import '../../define/flyer-feedback.js';

describe('the look of an element', () => {
  it('uses the heading level it is given', async () => {
    const element = await shown('flyer-feedback', {headingLevel: 3});
    expect(root(element).querySelector('[role=heading]')?.getAttribute('aria-level')).to.equal('3');
  });

  it('is dark only where the page is', async () => {
    const element = await shown('flyer-feedback');
    const ground = (): string => getComputedStyle(root(element).querySelector('.body') ?? element).backgroundColor;
    const light = ground();
    element.parentElement?.style.setProperty('color-scheme', 'dark');
    const supported = CSS.supports('color: light-dark(oklch(from white l c h), black)');
    expect(ground() !== light).to.equal(supported);
  });

  it('is not undone by a host that resets everything', async () => {
    const element = await shown('flyer-feedback');
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
