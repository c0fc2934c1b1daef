// @ts-check
/**
 * Two ESLint rules for the templates of our elements. `logical-css`: a css`` template names sides by the direction of writing
 * (`margin-inline-start`, `inset-block-end`, `inline-size`), so that every page also works from right to left. `no-inline-style`: an
 * html`` template has no `style` attribute and no `<style>`, which the policy of our pages refuses.
 */

/** @typedef {import('eslint').Rule.RuleModule} Rule */

const side = '(?:left|right|top|bottom)';
const names = `${side}|(?:min-|max-)?(?:width|height)|(?:scroll-)?(?:margin|padding)-${side}|border-${side}(?:-[a-z-]+)?`;
// A declaration starts after a brace, a semicolon or a blank; `(min-width: …)` of a media query does not.
const physical = new RegExp(`(?<=^|[;{}\\s])(?:(?:${names})(?=\\s*:)|(?:text-align|float|clear)\\s*:\\s*(?:left|right)\\b)`, 'g');

/** @type {Rule} */
const logicalCss = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {physical: 'Write “{{found}}” as a logical property: it must also hold from right to left.'},
  },
  create({sourceCode, report}) {
    return texts('css', (node, text) => {
      for (const {0: found, index} of withoutComments(text).matchAll(physical)) {
        const start = sourceCode.getRange(node)[0] + 1 + index; // after the backtick or the brace
        const loc = {start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(start + found.length)};
        report({loc, messageId: 'physical', data: {found}});
      }
    });
  },
};

/** @type {Rule} */
const noInlineStyle = {
  meta: {type: 'problem', schema: [], messages: {inline: 'The policy refuses inline styles: use the style sheet, or style.setProperty().'}},
  create({report}) {
    return texts('html', (node, text) => {
      if (/\sstyle\s*=|<style[\s>]/i.test(text)) report({node, messageId: 'inline'});
    });
  },
};

export default {rules: {'logical-css': logicalCss, 'no-inline-style': noInlineStyle}};

/**
 * Visits each literal text of the templates of one tag.
 * @param {string} tag @param {(node: import('estree').TemplateElement, text: string) => void} visit @returns {import('eslint').Rule.RuleListener}
 */
function texts(tag, visit) {
  return {
    TaggedTemplateExpression({tag: called, quasi}) {
      if (called.type === 'Identifier' && called.name === tag) quasi.quasis.forEach((part) => visit(part, part.value.raw));
    },
  };
}

/** Comments become blanks, so that what follows keeps its place. @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
}
