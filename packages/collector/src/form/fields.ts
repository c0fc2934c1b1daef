import type {Id, Question} from '@ppgp/schema';

/** The value of « je préfère ne pas répondre ». */
export const DECLINED = '~';

/** The names of the fields that are not a question's. Ids begin with a letter, so none of these can be one. */
export const HIDDEN = {
  id: '_id',
  version: '_version',
  lang: '_lang',
  territory: '_territory',
  source: '_source',
  wave: '_wave',
  salt: '_salt',
  trap: '_site',
} as const;

/** The fields of a question beside the one named as itself: a row, « autre », a place in a ranking, a part of a date. */
export const part = (question: Id, name: string | number): string => `${question}.${name}`;

export const DATE_PARTS = ['year', 'month', 'day'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

/** Whether the answer is typed: only there can « ~ » be an answer of one's own. */
export const isTyped = ({type}: Question): boolean => type === 'text' || type === 'number' || type === 'date';

/** The last value of a field: a browser sends one for each group of radio buttons. */
export const last = (fields: URLSearchParams, name: string): string => fields.getAll(name).at(-1) ?? '';
