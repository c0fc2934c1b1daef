import type * as z from 'zod/mini';
import type {Fault} from '../survey-error.js';

/** What to do about each code, in English, for whoever writes the definition. */
const SENTENCES: Record<string, string> = {
  'bad-id': 'An id is 1 to 64 characters: a lower-case letter, then lower-case letters, digits, "-" or "_".',
  'bad-lang': 'A language is a tag such as "fr", "ar" or "fa-AF".',
  'bad-day': 'A day is written YYYY-MM-DD and stands in the calendar.',
  'bad-url': 'An address is relative, or begins with http:// or https://.',
  'bad-version': 'A version is 1 to 64 characters, without control characters, and does not begin with a space.',
  'too-long': 'This text is longer than 4,000 characters.',
  'too-small': 'This number is too small.',
  'too-large': 'This number is too large.',
  'too-many': 'This list is too long.',
  'bad-text':
    'This text holds a character that is not shown: a control character, half of an emoji, or a mark that turns the reading direction. Type it anew.',
  'bad-uuid': 'A random UUID in lower case is expected here.',
  'bad-salt': 'A salt is 32 hexadecimal digits.',
  'no-choices': 'At least one is needed here.',
  'no-questions': 'At least one question is needed.',
};

/** What zod calls a type, in words. */
const EXPECTED: Record<string, string> = {
  string: 'a text in quotation marks',
  number: 'a number, without quotation marks',
  int: 'a whole number, without quotation marks',
  boolean: 'true or false, without quotation marks',
  array: 'a list in [square brackets]',
  object: 'members in {braces}',
  record: 'members in {braces}',
};

export const fault = (path: string, code: string, detail = SENTENCES[code] ?? 'This value is not allowed here.'): Fault => ({
  path,
  code,
  detail,
});

/** `['questions', 0, 'choices']` → `questions[0].choices`. */
export const pathOf = (parts: readonly PropertyKey[]): string =>
  parts.reduce<string>(
    (path, part) => (typeof part === 'number' ? `${path}[${part}]` : path === '' ? String(part) : `${path}.${String(part)}`),
    '',
  );

/** What zod found, in our codes. */
export function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = pathOf(issue.path);
  if (Object.hasOwn(SENTENCES, issue.message)) return [fault(path, issue.message)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        fault(pathOf([...issue.path, key]), 'unknown-member', `"${key}" is not a member of this format. Own members begin with "x-".`),
      );
    case 'invalid_type':
      return [
        issue.input === undefined
          ? fault(path, 'missing', 'This member is missing.')
          : fault(path, 'wrong-type', `Expected here: ${EXPECTED[issue.expected] ?? issue.expected}.`),
      ];
    case 'invalid_value':
      return [fault(path, 'unknown-value', `Expected one of: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`)];
    case 'invalid_key':
      return [fault(path, 'bad-key', 'The name of this member is not allowed here.')];
    default:
      return [fault(path, 'not-allowed')];
  }
}

/** Ids that stand twice in a list. */
export function duplicates(path: string, list: readonly {id: string}[] | undefined): Fault[] {
  const seen = new Set<string>();
  return (list ?? []).flatMap(({id}, index) => {
    if (seen.has(id)) return [fault(`${path}[${index}].id`, 'duplicate-id', `"${id}" stands twice in this list.`)];
    seen.add(id);
    return [];
  });
}
