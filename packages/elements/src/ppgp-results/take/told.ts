/** A bar from 0 to 100 %, with its margin in per cent where there is one. */
export interface ToldBar {
  k: number;
  n: number;
  margin?: {low: number; high: number} | undefined;
}

export interface ToldRow {
  label: string;
  /** Under the label, in small: the row's own base. */
  sub?: string | undefined;
  look?: '' | 'within' | 'total';
  cells: string[];
  bar?: ToldBar | undefined;
}

/** What a block says, in words and numbers alone: an image is drawn of it, a document written. */
export type Part =
  /** `isOfDrawing`: it explains what is drawn, and says nothing where only words and tables are. */
  | {kind: 'line'; text: string; look?: 'strong' | 'soft'; isOfDrawing?: boolean}
  /** « 15 sur 23 (65 %) », then what was counted. */
  | {kind: 'headline'; figure: string; say: string; k: number; n: number; margin?: ToldBar['margin']}
  | {kind: 'list'; heading?: string; items: {head: string; lines: string[]; place?: string}[]}
  /** `caption`: over it. `inSight`: an image shows so many rows and says how many more there are. */
  | {kind: 'table'; caption?: string; heads: string[]; rows: ToldRow[]; inSight?: number};

export interface Told {
  title: string;
  parts: Part[];
  /** Where the figures come from, and of what day. */
  sources: string[];
}

/** All that is said, one line for each thing. */
export function linesOf({title, parts, sources}: Told): string[] {
  const saidOf = (part: Part): string[] => {
    switch (part.kind) {
      case 'line':
        return [part.text];
      case 'headline':
        return [`${part.figure} ${part.say}`.trim()];
      case 'list':
        return [
          ...(part.heading === undefined ? [] : [part.heading]),
          ...part.items.map(({place, head, lines}) =>
            [place, head, ...lines].filter((each) => each !== undefined && each !== '').join(' · '),
          ),
        ];
      case 'table':
        return [
          ...(part.caption === undefined ? [] : [part.caption]),
          part.heads.join(' · '),
          ...part.rows.map(({label, sub, cells}) => [label, sub, ...cells].filter((each) => each !== undefined && each !== '').join(' · ')),
        ];
    }
  };
  return [title, ...parts.flatMap(saidOf), ...sources];
}
