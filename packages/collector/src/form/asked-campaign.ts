import type {Board, Definition, Id, Lang, Questionnaire} from '@ppgp/schema';
import type {Situation} from '@ppgp/session';
import {definitionsOf} from '../definitions.js';
import type {AnswerStore} from '../store/answer-store.js';
import {boardForm} from './board-form.js';
import {HIDDEN} from './fields.js';

/** A campaign whose questions a plain form can put, or why it cannot. */
export type AskedCampaign =
  | {kind: 'questionnaire'; definition: Questionnaire; board?: Board}
  | {kind: 'grid' | 'board' | 'sealed'; definition: Definition}
  | {kind: 'unknown'};

/**
 * The definition of a campaign's version, under its present settings; the newest where that version is not known.
 * @throws StoreError
 */
export async function askedCampaign(store: AnswerStore, id: Id, version?: string): Promise<AskedCampaign> {
  const registered = await store.campaign(id);
  if (registered === undefined) return {kind: 'unknown'};
  const {newest, byVersion} = await definitionsOf(store, registered.campaign);
  const definition = (version === undefined ? undefined : byVersion.get(version)) ?? newest;
  if (definition.publicKey !== undefined) return {kind: 'sealed', definition};
  if (definition.kind === 'questionnaire') return {kind: 'questionnaire', definition};
  const asked = definition.kind === 'board' ? boardForm(definition) : undefined;
  return definition.kind === 'board' && asked !== undefined
    ? {kind: 'questionnaire', definition: asked, board: definition}
    : {kind: definition.kind, definition};
}

/** Where somebody stands: only codes that the definition lists. */
export interface Stand {
  lang: Lang;
  situation: Situation;
}

/** From the address of a page, by the names that pages of the elements have, or from the hidden fields of a form. */
const NAMES = {
  address: {lang: 'lang', territory: 'territoire', source: 'source', wave: 'vague'},
  form: HIDDEN,
} as const;

export function standOf(definition: Definition, from: URLSearchParams, where: keyof typeof NAMES): Stand {
  const names = NAMES[where];
  const {languages = [], territories, sources, waves} = definition;
  const among = (list: readonly {id: Id}[] | undefined, name: string): Id | undefined => list?.find(({id}) => id === from.get(name))?.id;
  return {
    lang: languages.find((lang) => lang === from.get(names.lang)) ?? 'fr',
    situation: {
      mode: 'web',
      territory: among(territories, names.territory),
      source: among(sources, names.source),
      wave: among(waves, names.wave),
    },
  };
}
