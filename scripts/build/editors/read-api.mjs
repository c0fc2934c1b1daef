// @ts-check
/**
 * What an integrator can use of each element, read from its sources: attributes and properties from `static properties`, their meaning from the
 * JSDoc of the fields, the rest from the JSDoc of the class, and of methods and getters those marked `@public`. Written for this, because
 * @custom-elements-manifest/analyzer 0.11.0 takes `state: true` for attributes, names events that are none, and lists every inner member.
 *
 * A failure is an element that no one could use as documented: a tag without a type, a class without its block.
 */
import {readdirSync} from 'node:fs';
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

/**
 * `values`: the codes that make sense. `initial`: as in the source, `'web'`.
 * @typedef {{name: string, text: string}} Named
 * @typedef {Named & {type: string, values: string[], initial?: string, attribute?: string, readonly?: boolean}} Field
 * @typedef {Named & {parameters: {name: string, type: string}[], returns: string}} Method
 * @typedef {{tag: string, className: string, module: string, definition: string, summary: string, text: string, fields: Field[],
 *   methods: Method[], events: (Named & {type: string})[], slots: Named[], parts: Named[], cssProperties: Named[]}} ElementApi
 */

const sources = fileURLToPath(new URL('../../../packages/elements/src/', import.meta.url));
const {SymbolFlags, TypeFormatFlags} = ts;

/** Sorted by tag. Takes a second. @returns {ElementApi[]} */
export function readApi() {
  const tags = readdirSync(`${sources}define`)
    .filter((file) => file.endsWith('.ts') && file !== 'all.ts')
    .map((file) => file.slice(0, -3))
    .sort();
  const program = ours(tags.map((tag) => `${sources}define/${tag}.ts`));
  const checker = program.getTypeChecker();
  return tags.map((tag) => {
    const definition = program.getSourceFile(`${sources}define/${tag}.ts`);
    if (!definition) throw new Error(`${tag}: its define file cannot be read`);
    const declaration = globalMember(checker, definition, 'HTMLElementTagNameMap', tag).symbol?.valueDeclaration;
    if (!declaration || !ts.isClassDeclaration(declaration)) throw new Error(`${tag} is not in HTMLElementTagNameMap`);
    return ofElement(checker, tag, declaration, definition);
  });
}

/** Our own modules only: what others brought has no part in the API, and would take most of the time. @param {string[]} files */
function ours(files) {
  /** @type {import('typescript').CompilerOptions} */
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ['ppgp-source'],
    strict: true,
    noLib: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (names, from) =>
    names.map(({text}) => (/^(\.|@ppgp\/)/.test(text) ? ts.resolveModuleName(text, from, options, host) : {resolvedModule: undefined}));
  return ts.createProgram(files, options, host);
}

/** @param {import('typescript').TypeChecker} checker @param {import('typescript').Node} at @param {string} name @param {string} member */
function globalMember(checker, at, name, member) {
  const found = checker.getSymbolsInScope(at, SymbolFlags.Interface).find((symbol) => symbol.name === name);
  const property = found && checker.getDeclaredTypeOfSymbol(found).getProperty(member);
  if (!property) throw new Error(`${member} is not in ${name}`);
  return checker.getTypeOfSymbol(property);
}

/**
 * @param {import('typescript').TypeChecker} checker @param {string} tag
 * @param {import('typescript').ClassDeclaration} declaration @param {import('typescript').SourceFile} definition @returns {ElementApi}
 */
function ofElement(checker, tag, declaration, definition) {
  const chain = withBases(checker, declaration);
  const block = ts.getJSDocCommentsAndTags(declaration).find(ts.isJSDoc);
  if (!block) throw new Error(`${tag}: its class has no JSDoc block`);
  /** @param {string} kind */
  const tagged = (kind) => (block.tags ?? []).filter(({tagName}) => tagName.text === kind).map(({comment}) => textOf(comment));
  /** @param {string} kind @returns {Named[]} */
  const named = (kind) =>
    tagged(kind).map((line) => {
      const [, name = '', text = ''] = /^(?:(\S+) )?- (.+)$/.exec(line) ?? [];
      if (!text) throw new Error(`${tag}: "@${kind} ${line}" is not: name - what it is`);
      return {name, text};
    });
  return {
    tag,
    className: declaration.name?.text ?? '',
    module: modulePath(declaration.getSourceFile()),
    definition: modulePath(definition),
    summary: tagged('summary')[0] ?? '',
    text: textOf(block.comment),
    fields: [...declaredProperties(chain), ...publicMembers(chain, ts.isGetAccessor)].map((each) => field(checker, tag, chain, each)),
    methods: publicMembers(chain, ts.isMethodDeclaration).map(({name}) => method(checker, tag, chain, name)),
    events: named('fires').map((event) => ({
      ...event,
      type: globalMember(checker, definition, 'GlobalEventHandlersEventMap', event.name).symbol.name,
    })),
    slots: named('slot'),
    parts: named('csspart'),
    cssProperties: named('cssproperty'),
  };
}

/** The class and those it extends, of ours. @param {import('typescript').TypeChecker} checker @param {import('typescript').ClassDeclaration} declaration */
function withBases(checker, declaration) {
  const chain = [declaration];
  for (const one of chain) {
    const base = one.heritageClauses?.find(({token}) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
    const symbol = base && checker.getSymbolAtLocation(base.expression);
    const target = symbol && symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const above = target?.valueDeclaration;
    if (above && ts.isClassDeclaration(above)) chain.push(above);
  }
  return chain;
}

/** What Lit watches and others may set, the base's first. @param {import('typescript').ClassDeclaration[]} chain @returns {{name: string, attribute?: string}[]} */
function declaredProperties(chain) {
  return [...chain].reverse().flatMap((one) => {
    const properties = one.members.filter(ts.isPropertyDeclaration).find((member) => member.name.getText() === 'properties')?.initializer;
    if (!properties || !ts.isObjectLiteralExpression(properties)) return [];
    return properties.properties.filter(ts.isPropertyAssignment).flatMap(({name, initializer}) => {
      if (!ts.isObjectLiteralExpression(initializer)) throw new Error(`${name.getText()}: its options are no object`);
      const options = new Map(
        initializer.properties.filter(ts.isPropertyAssignment).map((option) => [option.name.getText(), option.initializer]),
      );
      if (options.get('state')?.kind === ts.SyntaxKind.TrueKeyword) return [];
      const attribute = options.get('attribute');
      if (attribute?.kind === ts.SyntaxKind.FalseKeyword) return [{name: name.getText()}];
      const given = attribute && ts.isStringLiteral(attribute) ? attribute.text : name.getText().toLowerCase();
      return [{name: name.getText(), attribute: given}];
    });
  });
}

/** @param {import('typescript').ClassDeclaration[]} chain @param {(node: import('typescript').Node) => boolean} isKind @returns {{name: string}[]} */
function publicMembers(chain, isKind) {
  const marked = chain.flatMap(({members}) => members.filter((member) => isKind(member) && ts.getJSDocPublicTag(member)));
  return [...new Set(marked.flatMap(({name}) => name?.getText() ?? []))].map((name) => ({name}));
}

/** Of the class itself first. @param {import('typescript').ClassDeclaration[]} chain @param {string} name */
const declarations = (chain, name) => chain.flatMap(({members}) => members.filter((member) => member.name?.getText() === name));

/** @param {string} tag @param {string} name @param {import('typescript').ClassElement[]} found */
function meaning(tag, name, found) {
  const text = found.map((each) => textOf(ts.getJSDocCommentsAndTags(each).find(ts.isJSDoc)?.comment)).find(Boolean);
  if (!text) throw new Error(`${tag}: ${name} has no JSDoc`);
  return text;
}

/**
 * @param {import('typescript').TypeChecker} checker @param {string} tag @param {import('typescript').ClassDeclaration[]} chain
 * @param {{name: string, attribute?: string}} property @returns {Field}
 */
function field(checker, tag, chain, {name, attribute}) {
  const found = declarations(chain, name);
  const [first] = found;
  if (!first) throw new Error(`${tag}: ${name} is not a field of its class`);
  const text = meaning(tag, name, found);
  const type = checker.getTypeAtLocation(first);
  const literals = (type.isUnion() ? type.types : [type]).flatMap((each) => (each.isStringLiteral() ? each.value : []));
  const written = typeText(checker, type, first);
  const told = written === 'string' ? [...text.matchAll(/`([a-z][\w-]*)`/g)].flatMap(([, code]) => code ?? []) : [];
  const initial = found.find(ts.isPropertyDeclaration)?.initializer?.getText();
  const isReadonly = found.every((each) => ts.isGetAccessor(each));
  return {
    name,
    text,
    type: written,
    values: attribute ? [...literals.filter(Boolean), ...told] : [],
    ...(initial === undefined ? {} : {initial}),
    ...(attribute === undefined ? {} : {attribute}),
    ...(isReadonly ? {readonly: true} : {}),
  };
}

/** @param {import('typescript').TypeChecker} checker @param {string} tag @param {import('typescript').ClassDeclaration[]} chain @param {string} name @returns {Method} */
function method(checker, tag, chain, name) {
  const found = declarations(chain, name);
  const first = found.find(ts.isMethodDeclaration);
  if (!first) throw new Error(`${tag}: ${name} is no method`);
  return {
    name,
    text: meaning(tag, name, found),
    parameters: first.parameters.map((each) => ({
      name: each.name.getText(),
      type: typeText(checker, checker.getTypeAtLocation(each), each),
    })),
    returns: first.type?.getText() ?? 'void',
  };
}

/** Unions of codes are written out. @param {import('typescript').TypeChecker} checker @param {import('typescript').Type} type @param {import('typescript').Node} at */
function typeText(checker, type, at) {
  if (type.isUnion() && type.types.every((each) => each.isStringLiteral())) {
    return type.types.map((each) => (each.isStringLiteral() ? `'${each.value}'` : '')).join(' | ');
  }
  return checker.typeToString(type, at, TypeFormatFlags.NoTruncation);
}

/** @param {Parameters<typeof ts.getTextOfJSDocComment>[0]} comment */
const textOf = (comment) =>
  (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, (space) => (/[\u00a0\u202f]/.test(space) ? space : ' ')).trim();

/** As in the published package. @param {import('typescript').SourceFile} file */
const modulePath = ({fileName}) => `dist/${relative(sources, fileName).replaceAll('\\', '/').replace(/\.ts$/, '.js')}`;
