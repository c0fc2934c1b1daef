import {frTake as words} from '@ppgp/words';
import {FEW} from '../drawing.js';
import {linesOf, type Part, type Told, type ToldBar, type ToldRow} from './told.js';

/** What a picture is made of, in its order. All lengths are in the picture's own units, the width of which is `WIDTH`. */
export type Mark =
  | {kind: 'rect'; x: number; y: number; width: number; height: number; fill: string}
  | {kind: 'line'; x1: number; x2: number; y1: number; y2: number; stroke: string; width: number}
  | {kind: 'circle'; x: number; y: number; r: number; fill: string; stroke: string}
  | {kind: 'text'; x: number; y: number; size: number; isBold: boolean; anchor: 'start' | 'middle' | 'end'; fill: string; text: string};

/** A block as a picture, before it is written as SVG or drawn on a canvas. */
export interface Scene {
  height: number;
  title: string;
  /** The same words and numbers as a text, for who does not see the picture. */
  description: string;
  marks: Mark[];
}

/** How wide a text is in the picture's units. */
export type Measure = (text: string, size: number, isBold: boolean) => number;

export const WIDTH = 1600;
export const FONT = 'Arial, Helvetica, sans-serif';
const MARGIN = 80;
const INNER = WIDTH - 2 * MARGIN;
/** Another program may have another font for the same name: lines are broken a little early. */
const SLACK = 0.93;

/** On white, whatever the page looks like. */
const INK = {text: '#17282a', soft: '#4b5a5b', line: '#c3cbca', track: '#eef0ef', paper: '#ffffff'};

/** Lays out what a block says, from top to bottom, on white. `accent`: a colour that is legible on white. */
export function sceneOf(told: Told, accent: string, measure: Measure): Scene {
  const marks: Mark[] = [];
  let y = MARGIN;

  const broken = (text: string, size: number, isBold: boolean, room: number): string[] => {
    const fits = (line: string): boolean => measure(line, size, isBold) <= room * SLACK;
    const lines: string[] = [];
    let line = '';
    // A word that is longer than a line is cut where it must be.
    for (const word of text.split(/[ \n]+/).flatMap((whole) => (fits(whole) ? [whole] : (whole.match(/.{1,12}/gu) ?? [])))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && !fits(longer)) lines.push(line);
      line = line === '' || fits(longer) ? longer : word;
    }
    return [...lines, line];
  };

  interface Style {
    size: number;
    isBold?: boolean;
    fill?: string;
    anchor?: 'start' | 'end';
  }
  /** Writes a paragraph with its top at `top`. @returns its height */
  const write = (
    text: string,
    x: number,
    top: number,
    room: number,
    {size, isBold = false, fill = INK.text, anchor = 'start'}: Style,
  ): number => {
    const lines = broken(text, size, isBold, room);
    lines.forEach((line, at) => {
      marks.push({
        kind: 'text',
        x: anchor === 'end' ? x + room : x,
        y: top + size + at * size * 1.3,
        size,
        isBold,
        anchor,
        fill,
        text: line,
      });
    });
    return lines.length * size * 1.3;
  };
  const paragraph = (text: string, style: Style, after = 18): void => {
    y += write(text, MARGIN, y, INNER, style) + after;
  };

  const bar = ({k, n, margin}: ToldBar, x: number, top: number, room: number, height: number): void => {
    const part = n === 0 ? 0 : Math.min(1, k / n);
    marks.push({kind: 'rect', x, y: top, width: room, height, fill: INK.track});
    marks.push({kind: 'rect', x, y: top, width: room * part, height, fill: accent});
    if (!margin) return;
    const ends = {x1: x + (room * margin.low) / 100, x2: x + (room * margin.high) / 100, y1: top + height / 2, y2: top + height / 2};
    marks.push({kind: 'line', ...ends, stroke: INK.paper, width: 9}, {kind: 'line', ...ends, stroke: INK.text, width: 3});
  };

  const dots = (k: number, n: number): void => {
    for (let at = 0; at < n; at++) {
      const [x, row] = [MARGIN + 24 + 58 * (at % 15), y + 24 + 58 * Math.floor(at / 15)];
      marks.push({kind: 'circle', x, y: row, r: 20, fill: at < k ? accent : INK.paper, stroke: at < k ? accent : INK.soft});
    }
    y += 58 * Math.ceil(n / 15) + 14;
  };

  const list = ({heading, items}: Part & {kind: 'list'}): void => {
    if (heading !== undefined) paragraph(heading, {size: 36, isBold: true, fill: accent}, 10);
    for (const {place, head, lines} of items) {
      const x = MARGIN + (place === undefined ? 28 : 96);
      const top = y;
      if (place === undefined) marks.push({kind: 'circle', x: MARGIN + 8, y: y + 24, r: 7, fill: accent, stroke: accent});
      y += write(head, x, y, WIDTH - MARGIN - x, {size: 34, isBold: lines.length > 0});
      for (const line of lines) y += write(line, x, y, WIDTH - MARGIN - x, {size: 28, fill: INK.soft});
      if (place !== undefined) {
        marks.push({kind: 'circle', x: MARGIN + 34, y: top + 40, r: 34, fill: accent, stroke: accent});
        marks.push({kind: 'text', x: MARGIN + 34, y: top + 52, size: 34, isBold: true, anchor: 'middle', fill: INK.paper, text: place});
        y = Math.max(y, top + 80);
      }
      y += 16;
    }
    y += 8;
  };

  const rule = (): void => {
    marks.push({kind: 'line', x1: MARGIN, x2: WIDTH - MARGIN, y1: y, y2: y, stroke: INK.line, width: 2});
  };

  const table = ({caption, heads, rows, inSight}: Part & {kind: 'table'}): void => {
    const columns = heads.length - 1;
    const size = columns > 3 ? 26 : 30;
    const first = INNER * (columns === 1 ? 0.66 : columns > 3 ? 0.3 : 0.42);
    const each = (INNER - first) / Math.max(1, columns);
    const isText = columns === 1 && rows.some(({cells}) => (cells[0]?.length ?? 0) > 40);
    const [label, other] = isText ? [INNER / 2, INNER / 2] : [first, each];
    const inRow = (texts: readonly string[], style: Style): number =>
      Math.max(
        0,
        ...texts.map((text, at) =>
          text === '' ? 0 : write(text, MARGIN + label + at * other + 16, y, other - 16, {...style, anchor: isText ? 'start' : 'end'}),
        ),
      );
    if (caption !== undefined) paragraph(caption, {size: 28, fill: INK.soft}, 8);
    const head: Style = {size: 26, isBold: true, fill: INK.soft};
    const highest = Math.max(
      heads[0] === '' || heads[0] === undefined ? 0 : write(heads[0], MARGIN, y, label - 16, head),
      inRow(heads.slice(1), head),
    );
    y += highest + 12;
    const row = (one: ToldRow): void => {
      rule();
      y += 14;
      const indent = one.look === 'within' ? 36 : 0;
      const isBold = one.look === 'total';
      const cells = inRow(one.cells, {size, isBold});
      const top = y;
      let left =
        y + write(one.label, MARGIN + indent, y, label - 16 - indent, {size, isBold, fill: one.look === 'within' ? INK.soft : INK.text});
      if (one.sub !== undefined) left += write(one.sub, MARGIN + indent, left, label - 16 - indent, {size: 24, fill: INK.soft});
      if (one.bar) {
        bar(one.bar, MARGIN, left + 10, label - 16, 22);
        left += 36;
      }
      y = Math.max(left, top + cells) + 14;
    };
    const seen = rows.slice(0, inSight ?? rows.length);
    seen.forEach(row);
    rule();
    y += 20;
    if (seen.length < rows.length) paragraph(words.others({count: rows.length - seen.length}), {size: 28, fill: INK.soft});
  };

  const draw = (part: Part): void => {
    switch (part.kind) {
      case 'line':
        return paragraph(
          part.text,
          part.look === 'strong' ? {size: 44, isBold: true} : {size: part.look ? 28 : 34, fill: part.look ? INK.soft : INK.text},
        );
      case 'headline': {
        paragraph(part.figure, {size: 96, isBold: true, fill: accent}, 8);
        if (part.say !== '') paragraph(part.say, {size: 38});
        if (part.n < FEW) return dots(part.k, part.n);
        bar(part, MARGIN, y, INNER, 44);
        y += 70;
        return;
      }
      case 'list':
        return list(part);
      case 'table':
        return table(part);
    }
  };

  if (told.title !== '') paragraph(told.title, {size: 50, isBold: true}, 30);
  told.parts.forEach(draw);
  if (told.sources.length > 0) {
    // A table has ended with a line of its own.
    if (told.parts.at(-1)?.kind !== 'table') rule();
    y += 16;
    for (const source of told.sources) paragraph(source, {size: 24, fill: INK.soft}, 4);
  }
  return {height: Math.ceil(y + MARGIN / 2), title: told.title, description: linesOf(told).slice(1).join('\n'), marks};
}
