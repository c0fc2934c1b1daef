import {FONT, WIDTH, type Mark, type Scene} from './scene.js';

/** XML knows no control characters. */
const safe = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const tag = (name: string, attributes: Record<string, string | number>): string =>
  `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${typeof value === 'number' ? Math.round(value * 10) / 10 : safe(value)}"`)
    .join(' ')}`;

function written(mark: Mark): string {
  switch (mark.kind) {
    case 'rect': {
      const {kind: _kind, ...attributes} = mark;
      return `${tag('rect', {...attributes, rx: 4})}/>`;
    }
    case 'line':
      return `${tag('line', {x1: mark.x1, x2: mark.x2, y1: mark.y1, y2: mark.y2, stroke: mark.stroke, 'stroke-width': mark.width})}/>`;
    case 'circle':
      return `${tag('circle', {cx: mark.x, cy: mark.y, r: mark.r, fill: mark.fill, stroke: mark.stroke, 'stroke-width': 3})}/>`;
    case 'text': {
      const {x, y, size, isBold, anchor, fill, text} = mark;
      const weight = isBold ? 700 : 400;
      return `${tag('text', {x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor, fill})}>${safe(text)}</text>`;
    }
  }
}

/** A picture that stands by itself: no style sheet, no font of its own, its words and numbers in `desc`. */
export const svgOf = ({height, title, description, marks}: Scene): string =>
  [
    `${tag('svg', {xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: 'img', 'aria-labelledby': 'title desc', 'font-family': FONT})}>`,
    `<title id="title">${safe(title)}</title>`,
    `<desc id="desc">${safe(description)}</desc>`,
    `${tag('rect', {width: WIDTH, height, fill: '#ffffff'})}/>`,
    ...marks.map(written),
    '</svg>',
    '',
  ].join('\n');
