// @ts-check
/**
 * `dist/ppgp-1.schema.json`: the JSON Schema (draft-07) that an editor completes and checks definitions, campaigns and overlays with,
 * written from the types of `packages/schema` and what their comments say (`@pattern`, `@minimum`…). What members say of each other
 * (conditions, lists, days) it cannot know: that is `@ppgp/schema/validate`.
 *
 * A failure means that a type of the format can no longer be told as JSON.
 */
import {writeFileSync} from 'node:fs';
import {createGenerator} from 'ts-json-schema-generator';

/** What a file may hold, by its member `format`. */
const FORMATS = {'ppgp/1': 'Definition', 'ppgp-campaign/1': 'Campaign', 'ppgp-words/1': 'Overlay'};
/** Where one of several forms is meant, this member tells which. */
const TELLS = {Question: 'type', Definition: 'kind'};
const TEXT = {maxLength: 4000};
const URL = {pattern: '^(?!\\s*[A-Za-z][A-Za-z0-9+.-]*:)|^\\s*[Hh][Tt][Tt][Pp][Ss]?:'};

/** @typedef {{[member: string]: any}} Schema */

/** @returns {Schema} */
export function jsonSchema() {
  const generator = createGenerator({
    path: 'packages/schema/src/definition.ts',
    tsconfig: 'packages/schema/tsconfig.json',
    skipTypeCheck: true,
    additionalProperties: false,
    jsDoc: 'extended',
    sortProps: false,
  });
  /** @type {Record<string, Schema>} */
  const definitions = Object.assign({}, ...Object.values(FORMATS).map((type) => generator.createSchema(type).definitions));
  refine(definitions);
  Object.values(definitions).forEach(allowOwnMembers);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ppgp/1',
    description: 'A definition, a campaign or an overlay. Members of your own begin with "x-".',
    ...chosenBy('format', FORMATS),
    definitions,
  };
}

/** @param {string} folder */
export const writeJsonSchema = (folder) => writeFileSync(`${folder}/ppgp-1.schema.json`, `${JSON.stringify(jsonSchema(), null, 2)}\n`);

/** What the types leave open. @param {Record<string, Schema>} definitions */
function refine(definitions) {
  const {Text, Url, Choices, Territory, ...others} = definitions;
  if (!Text || !Url || !Choices || !Territory) throw new Error('Text, Url, Choices and Territory are no longer types of the format.');
  Object.assign(Text.anyOf[0], TEXT);
  Object.assign(Text.anyOf[1].additionalProperties, TEXT);
  Object.assign(Url, URL);
  Choices.anyOf[0].minItems = 1;
  for (const [name, member] of Object.entries(TELLS)) {
    const {anyOf, ...rest} = others[name] ?? {};
    /** @type {{$ref: string}[]} */
    const forms = anyOf;
    const byValue = forms.map(({$ref}) => {
      const type = $ref.replace('#/definitions/', '');
      return [definitions[type]?.['properties'][member].const, type];
    });
    definitions[name] = {...rest, ...chosenBy(member, Object.fromEntries(byValue))};
  }
}

/** One form for each value of a member, so that a mistake is told for the form that was meant. @param {string} member @param {Record<string, string>} types @returns {Schema} */
function chosenBy(member, types) {
  return {
    type: 'object',
    required: [member],
    properties: {[member]: {enum: Object.keys(types), description: 'Which form is meant.'}},
    allOf: Object.entries(types).map(([value, type]) => ({
      if: {required: [member], properties: {[member]: {const: value}}},
      then: {$ref: `#/definitions/${type}`},
    })),
  };
}

/** Members named "x-…" are kept everywhere. @param {Schema} schema */
function allowOwnMembers(schema) {
  if (schema['additionalProperties'] === false) schema['patternProperties'] = {'^x-': {}};
  for (const part of Object.values(schema)) if (typeof part === 'object' && part !== null) allowOwnMembers(part);
}
