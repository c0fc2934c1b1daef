import {frRestitution, frTake as words} from '@ppgp/words';
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import {download} from '../../internal/download.js';
import {Unreadable, type BlockView} from '../block-view.js';
import type {Sources} from '../figures.js';
import type {Page} from '../page.js';
import {blocksOf, bylineOf, methodOf} from '../restitution.js';
import {fileName} from './file-name.js';
import {tell} from './tell.js';
import type {Part, ToldRow} from './told.js';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const INK = {accent: '0A5F5A', soft: '4B5A5B', line: 'C3CBCA'};

const line = (text: string, run: {bold?: boolean; size?: number; color?: string} = {}): Paragraph =>
  new Paragraph({children: [new TextRun({text, ...run})], spacing: {after: 120}});
const soft = (text: string): Paragraph => line(text, {color: INK.soft, size: 18});

/** One row; the first cell names it. Numbers stand at the end of their cells. */
function row({label, sub, look = '', cells}: ToldRow, isHead: boolean): TableRow {
  const bold = isHead || look === 'total';
  const named = [
    new Paragraph({children: [new TextRun({text: label, bold})], ...(look === 'within' ? {indent: {start: 280}} : {})}),
    ...(sub === undefined ? [] : [new Paragraph({children: [new TextRun({text: sub, size: 16, color: INK.soft})]})]),
  ];
  const isText = cells.length === 1 && (cells[0]?.length ?? 0) > 40;
  const other = cells.map((text) => [
    new Paragraph({children: [new TextRun({text, bold})], ...(isText ? {} : {alignment: AlignmentType.END})}),
  ]);
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: [named, ...other].map((children) => new TableCell({children, margins: {top: 60, bottom: 60, left: 80, right: 80}})),
  });
}

function table({heads, rows}: Part & {kind: 'table'}): Table {
  const side = {style: BorderStyle.SINGLE, size: 4, color: INK.line};
  const none = {style: BorderStyle.NONE, size: 0, color: 'auto'};
  const [label = '', ...cells] = heads;
  const wide = cells.length === 1 ? 6400 : cells.length > 3 ? 2800 : 4000;
  return new Table({
    width: {size: 9638, type: WidthType.DXA},
    columnWidths: [wide, ...cells.map(() => Math.floor((9638 - wide) / cells.length))],
    borders: {top: side, bottom: side, insideHorizontal: side, left: none, right: none, insideVertical: none},
    rows: [row({label, cells}, true), ...rows.map((one) => row(one, false))],
  });
}

function written(part: Part): FileChild[] {
  switch (part.kind) {
    case 'line':
      if (part.isOfDrawing === true) return [];
      return [part.look === 'soft' ? soft(part.text) : line(part.text, part.look === 'strong' ? {bold: true, size: 26} : {})];
    case 'headline':
      return [line(part.figure, {bold: true, size: 44, color: INK.accent}), ...(part.say === '' ? [] : [line(part.say)])];
    case 'list':
      return [
        ...(part.heading === undefined ? [] : [line(part.heading, {bold: true})]),
        ...part.items.flatMap(({place, head, lines}) => [
          new Paragraph({
            children: [new TextRun({text: place === undefined ? head : `${place}. ${head}`, bold: lines.length > 0})],
            ...(place === undefined ? {bullet: {level: 0}} : {indent: {start: 280}}),
          }),
          ...lines.map(
            (text) =>
              new Paragraph({children: [new TextRun({text, size: 18, color: INK.soft})], indent: {start: 720}, spacing: {after: 60}}),
          ),
        ]),
      ];
    case 'table':
      return [...(part.caption === undefined ? [] : [soft(part.caption)]), table(part), new Paragraph({spacing: {after: 60}})];
  }
}

/** A page for a word processor, with the same sentences and numbers, tables as tables: a .docx file. */
export async function documentOf(page: Page, sources: Sources, view: BlockView): Promise<Blob> {
  const {reader} = view;
  const blocks = blocksOf(page, sources).flatMap((block): FileChild[] => {
    const heading = (title: string): FileChild[] =>
      title === '' ? [] : [new Paragraph({text: title, heading: HeadingLevel.HEADING_2, keepNext: true})];
    try {
      const {title, parts, sources: from} = tell(block, view);
      return [...heading(title), ...parts.flatMap(written), ...from.map(soft)];
    } catch (cause) {
      const why = cause instanceof Unreadable ? cause.message : '';
      return [...heading(reader.plain(block.title)), line(words.notShown({why}), {bold: true})];
    }
  });
  const title = reader.plain(page.title);
  const document = new Document({
    title,
    creator: reader.plain(page.by),
    styles: {
      default: {
        document: {run: {font: 'Arial', size: 21, language: {value: 'fr-FR'}}},
        heading1: {run: {bold: true, size: 40, color: INK.accent}, paragraph: {spacing: {after: 120}}},
        heading2: {run: {bold: true, size: 28, color: INK.accent}, paragraph: {spacing: {before: 320, after: 120}}},
      },
    },
    sections: [
      {
        properties: {page: {size: {width: 11906, height: 16838}, margin: {top: 1134, right: 1134, bottom: 1134, left: 1134}}},
        children: [
          new Paragraph({text: title, heading: HeadingLevel.HEADING_1}),
          soft(bylineOf(page, reader)),
          ...(page.summary === undefined ? [] : [line(reader.plain(page.summary))]),
          ...blocks,
          new Paragraph({text: frRestitution.methodTitle, heading: HeadingLevel.HEADING_2, keepNext: true}),
          ...methodOf(sources, reader).map((text) => new Paragraph({text, bullet: {level: 0}})),
        ],
      },
    ],
  });
  return new Blob([await Packer.toArrayBuffer(document)], {type: TYPE});
}

/** Gives the person that document as a file. */
export async function saveDocument(page: Page, sources: Sources, view: BlockView): Promise<void> {
  download(fileName(view.reader.plain(page.title), 'docx'), TYPE, await documentOf(page, sources, view));
}
