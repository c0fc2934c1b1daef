// @ts-check
/**
 * The three files that editors and documentation tools read, from one description of the elements. None of these formats knows languages:
 * each text stands in French, then in English.
 */
import {readFileSync} from 'node:fs';

/** @typedef {import('./read-api.mjs').ElementApi} ElementApi */
/** @typedef {import('./read-api.mjs').Field} Field */

/** By the English sentence. What is a button's own words needs none. @type {Record<string, string>} */
export const french = JSON.parse(readFileSync(new URL('french.json', import.meta.url), 'utf8'));

/** @param {string} english */
export const both = (english) => (french[english] ? `${french[english]}\n\n${english}` : english);

/** @template {{name: string, text: string}} T @param {T[]} named */
const described = (named) => named.map(({name, text}) => ({name, description: both(text)}));
/** An attribute is a text. @param {Field} field */
const initialText = ({initial, type}) =>
  initial && type !== 'boolean' && initial !== "''" && initial !== 'undefined' ? {default: initial.replace(/^'(.*)'$/, '$1')} : {};
/** @param {Field} field */
const typeOf = ({type, values}) =>
  type === 'string' && values.length ? [...values.map((value) => `'${value}'`), 'string'].join(' | ') : type;

/** https://github.com/webcomponents/custom-elements-manifest @param {ElementApi[]} elements */
export function customElementsManifest(elements) {
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: elements.flatMap((element) => [
      {
        kind: 'javascript-module',
        path: element.module,
        declarations: [declaration(element)],
        exports: [{kind: 'js', name: element.className, declaration: {name: element.className, module: element.module}}],
      },
      {
        kind: 'javascript-module',
        path: element.definition,
        declarations: [],
        exports: [{kind: 'custom-element-definition', name: element.tag, declaration: {name: element.className, module: element.module}}],
      },
    ]),
  };
}

/** One element in that manifest. @param {ElementApi} element */
export function declaration({tag, className, summary, text, fields, methods, events, slots, parts, cssProperties}) {
  return {
    kind: 'class',
    customElement: true,
    tagName: tag,
    name: className,
    summary: both(summary),
    description: both(text),
    superclass: {name: 'LitElement', package: 'lit'},
    attributes: fields.flatMap((field) =>
      field.attribute === undefined
        ? []
        : [
            {
              name: field.attribute,
              fieldName: field.name,
              type: {text: typeOf(field)},
              description: both(field.text),
              ...initialText(field),
            },
          ],
    ),
    members: [
      ...fields.map((field) => ({
        kind: 'field',
        name: field.name,
        type: {text: field.type},
        description: both(field.text),
        ...(field.initial === undefined ? {} : {default: field.initial}),
        ...(field.attribute === undefined ? {} : {attribute: field.attribute}),
        ...(field.readonly ? {readonly: true} : {}),
      })),
      ...methods.map(({name, text, parameters, returns}) => ({
        kind: 'method',
        name,
        description: both(text),
        parameters: parameters.map(({name, type}) => ({name, type: {text: type}})),
        return: {type: {text: returns}},
      })),
    ],
    events: events.map(({name, type, text}) => ({name, type: {text: type}, description: both(text)})),
    slots: described(slots),
    cssParts: described(parts),
    cssProperties: described(cssProperties),
  };
}

/** https://github.com/microsoft/vscode-custom-data: tags and attributes are all it knows. @param {ElementApi[]} elements */
export function vscodeCustomData(elements) {
  /** @param {string} text */
  const markdown = (text) => ({kind: 'markdown', value: both(text)});
  return {
    version: 1.1,
    tags: elements.map(({tag, text, fields}) => ({
      name: tag,
      description: markdown(text),
      attributes: fields.flatMap(({attribute, text, type, values}) =>
        attribute === undefined
          ? []
          : [
              {
                name: attribute,
                description: markdown(text),
                // `v`: an attribute that takes no value.
                ...(type === 'boolean' ? {valueSet: 'v'} : {}),
                ...(values.length ? {values: values.map((name) => ({name}))} : {}),
              },
            ],
      ),
    })),
  };
}

/** https://github.com/JetBrains/web-types @param {ElementApi[]} elements @param {{name: string, version: string}} manifest */
export function webTypes(elements, {name, version}) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(({tag, text, fields, events, slots, parts, cssProperties}) => ({
          name: tag,
          description: both(text),
          attributes: fields.flatMap((field) =>
            field.attribute === undefined
              ? []
              : [
                  {
                    name: field.attribute,
                    description: both(field.text),
                    required: false,
                    value: {type: typeOf(field)},
                    ...initialText(field),
                  },
                ],
          ),
          slots: described(slots),
          js: {
            properties: fields.map(({name, type, text, initial}) => ({
              name,
              type,
              description: both(text),
              ...(initial === undefined ? {} : {default: initial}),
            })),
            events: events.map(({name, type, text}) => ({name, type, description: both(text)})),
          },
          css: {properties: described(cssProperties), parts: described(parts)},
        })),
      },
    },
  };
}
