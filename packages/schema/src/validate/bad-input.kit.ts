// Inputs that are refused, with where and as what: the table of `docs/bad-input.md`, and what the JSON Schema is tried on.

/** An input, the path and code of its fault, and whether only the references are wrong: no JSON Schema can tell that. */
export interface BadInput {
  input: string;
  value: unknown;
  where: string;
  code: string;
  byReference?: true;
}

export const choices = [
  {id: 'oui', label: 'Oui'},
  {id: 'non', label: {fr: 'Non', en: 'No'}},
];
export const questionnaire = (...questions: unknown[]): Record<string, unknown> => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  questions,
});
export const single = (more: object = {}): object => ({id: 'a', type: 'single', label: 'A ?', choices, ...more});
const text = {id: 't', type: 'text', label: 'T', max: 10};
const rows = [{id: 'r', label: 'R'}];
const matrix = (more: object = {}): object => ({id: 'm', type: 'matrix', label: 'M', rows, choices, ...more});
const named = [{id: 'x', label: 'X'}];

export const grid = (more: object = {}): Record<string, unknown> => ({
  format: 'ppgp/1',
  kind: 'grid',
  id: 'grille',
  version: '1',
  title: 'Grille',
  form: 'p',
  domains: named,
  topics: named,
  items: [{id: 'i1', number: 1, domain: 'x', topic: 'x', label: 'Un'}],
  ...more,
});
export const board = (more: object = {}): Record<string, unknown> => ({
  format: 'ppgp/1',
  kind: 'board',
  id: 'plateau',
  version: '1',
  title: 'Plateau',
  sets: named,
  themes: [{id: 'sommeil', label: 'Le sommeil', set: 'x'}],
  ...more,
});
export const campaign = (more: object = {}): Record<string, unknown> => ({
  format: 'ppgp-campaign/1',
  id: 'c',
  definition: questionnaire(single()),
  ...more,
});
export const overlay = (more: object = {}): Record<string, unknown> => ({
  format: 'ppgp-words/1',
  of: 'essai',
  version: '1',
  lang: 'ar',
  reviewed: false,
  words: {'a.label': 'أ؟', 'ui.next': 'التالي'},
  ...more,
});

const parsed = (json: string): object => JSON.parse(json) as object;
const depending = (...on: object[]): unknown => questionnaire(...on.slice(0, -1), single({id: 'b', visibleWhen: on.at(-1)}));
const nested = (depth: number): object =>
  Array.from({length: depth}).reduce<object>((inside) => ({not: inside}), {question: 'a', is: 'oui'});

const bad = (input: string, value: unknown, where: string, code: string): BadInput => ({input, value, where, code});
const unfounded = (input: string, value: unknown, where: string, code: string): BadInput => ({
  ...bad(input, value, where, code),
  byReference: true,
});

export const badDefinitions: readonly BadInput[] = [
  bad('nothing', null, '', 'wrong-type'),
  bad('a text', '{}', '', 'wrong-type'),
  bad('a list', [], '', 'wrong-type'),
  bad('another kind', {...questionnaire(single()), kind: 'constructor'}, 'kind', 'unknown-value'),
  bad('another format', {...questionnaire(single()), format: 'ppgp/2'}, 'format', 'unknown-value'),
  bad('a version with a control character', {...questionnaire(single()), version: '1\u0000'}, 'version', 'bad-version'),
  bad('a title that is a number', {...questionnaire(single()), title: 7}, 'title', 'wrong-type'),
  bad('a title that is a list', {...questionnaire(single()), title: ['Essai']}, 'title', 'wrong-type'),
  bad('no question', questionnaire(), 'questions', 'no-questions'),
  bad(
    '10,000 questions',
    questionnaire(...Array.from({length: 10_000}, (_, at) => ({id: `q${at}`, type: 'statement', label: 'Q'}))),
    'questions',
    'too-many',
  ),
  unfounded(
    '5 MB of JSON',
    questionnaire(
      ...Array.from({length: 1000}, (_, at) => ({id: `q${at}`, type: 'statement', label: 'é'.repeat(4000), hint: 'h'.repeat(1000)})),
    ),
    '',
    'too-big',
  ),
  unfounded('nesting without end', depending(single(), nested(20_000)), '', 'too-deep'),
  bad('an unknown type', questionnaire({id: 'a', type: 'slider', label: 'A'}), 'questions[0].type', 'unknown-value'),
  bad('no type', questionnaire({id: 'a', label: 'A'}), 'questions[0].type', 'unknown-value'),
  bad('a question that is a text', questionnaire('A ?'), 'questions[0]', 'wrong-type'),
  bad('an id with capitals', questionnaire(single({id: 'A1'})), 'questions[0].id', 'bad-id'),
  bad('an id of 65 characters', questionnaire(single({id: 'a'.repeat(65)})), 'questions[0].id', 'bad-id'),
  bad('`__proto__` as an id', questionnaire(single({id: '__proto__'})), 'questions[0].id', 'bad-id'),
  unfounded('`__proto__` as a member', parsed('{"format": "ppgp/1", "__proto__": {"kind": "questionnaire"}}'), '', 'bad-key'),
  unfounded(
    'the list `constructor`, which is not there',
    questionnaire(single({choices: {list: 'constructor'}})),
    'questions[0].choices.list',
    'unknown-list',
  ),
  unfounded('the same question id twice', questionnaire(single(), single()), 'questions[1].id', 'duplicate-id'),
  unfounded(
    'the same choice twice',
    questionnaire(single({choices: [choices[0], choices[0]]})),
    'questions[0].choices[1].id',
    'duplicate-id',
  ),
  unfounded(
    'the same choice twice in a list',
    {...questionnaire(single()), lists: {l: [choices[0], choices[0]]}},
    'lists.l[1].id',
    'duplicate-id',
  ),
  unfounded(
    'a choice with a territory’s id',
    {...questionnaire(single({choices: {from: 'territories', and: named}})), territories: named},
    'questions[0].choices.and[0].id',
    'duplicate-id',
  ),
  unfounded('a territory twice', {...questionnaire(single()), territories: [choices[0], choices[0]]}, 'territories[1].id', 'duplicate-id'),
  bad('no label', questionnaire({id: 'a', type: 'statement'}), 'questions[0].label', 'missing'),
  bad('no choices', questionnaire(single({choices: []})), 'questions[0].choices', 'no-choices'),
  bad('an unknown scale', questionnaire({id: 'a', type: 'scale', label: 'A', choices: 'faces5'}), 'questions[0].choices', 'unknown-value'),
  unfounded('a list that is not there', questionnaire(single({choices: {list: 'rien'}})), 'questions[0].choices.list', 'unknown-list'),
  bad('a member of another format', questionnaire(single({visibleIf: '{a} = 1'})), 'questions[0].visibleIf', 'unknown-member'),
  bad('a script as a picture', questionnaire(single({picture: 'javascript:alert(1)'})), 'questions[0].picture', 'bad-url'),
  bad('data as a picture', questionnaire(single({picture: ' DATA:image/svg+xml,<svg/>'})), 'questions[0].picture', 'bad-url'),
  bad('a text question without a maximum', questionnaire({id: 'a', type: 'text', label: 'A'}), 'questions[0].max', 'missing'),
  bad('a maximum in quotation marks', questionnaire({...text, max: '10'}), 'questions[0].max', 'wrong-type'),
  bad('a maximum of zero', questionnaire({...text, max: 0}), 'questions[0].max', 'too-small'),
  bad('a label of 4,001 characters', questionnaire(single({label: 'a'.repeat(4001)})), 'questions[0].label', 'too-long'),
  unfounded('a right-to-left override in a label', questionnaire(single({label: 'Oui \u202Enon'})), 'questions[0].label', 'bad-text'),
  unfounded('half of an emoji in a label', questionnaire(single({label: 'Oui \uD83D'})), 'questions[0].label', 'bad-text'),
  bad('a language that is none', questionnaire(single({label: {'français !': 'A'}})), 'questions[0].label.français !', 'bad-key'),
  unfounded(
    'a condition on a missing question',
    questionnaire(single({visibleWhen: {question: 'z', is: 'oui'}})),
    'questions[0].visibleWhen.question',
    'unknown-question',
  ),
  unfounded(
    'a condition on its own question',
    questionnaire(single({visibleWhen: {question: 'a', is: 'oui'}})),
    'questions[0].visibleWhen.question',
    'own-question',
  ),
  unfounded(
    'a condition on a later question',
    questionnaire(single({visibleWhen: {all: [{not: {question: 'b', is: 'oui'}}]}}), single({id: 'b'})),
    'questions[0].visibleWhen.all[0].not.question',
    'later-question',
  ),
  unfounded(
    'a cycle: two questions that wait for each other',
    questionnaire(single({visibleWhen: {question: 'b', is: 'oui'}}), single({id: 'b', visibleWhen: {question: 'a', is: 'oui'}})),
    'questions[0].visibleWhen.question',
    'later-question',
  ),
  unfounded(
    'a condition on a code its question lacks',
    depending(single(), {question: 'a', is: ['oui', 'si']}),
    'questions[1].visibleWhen.is',
    'unknown-code',
  ),
  unfounded('a yes-or-no test of a choice', depending(single(), {question: 'a', is: true}), 'questions[1].visibleWhen.is', 'unknown-code'),
  unfounded('a code tested of a text', depending(text, {question: 't', is: 'oui'}), 'questions[1].visibleWhen.is', 'unknown-code'),
  unfounded(
    'a number tested of a choice',
    depending(single(), {question: 'a', atLeast: 2}),
    'questions[1].visibleWhen',
    'not-a-number-question',
  ),
  unfounded(
    'a condition on a statement',
    depending({id: 's', type: 'statement', label: 'S'}, {question: 's', answered: true}),
    'questions[1].visibleWhen.question',
    'not-asking',
  ),
  unfounded(
    'a condition on a row that is not there',
    depending(matrix(), {question: 'm', row: 'x', is: 'oui'}),
    'questions[1].visibleWhen.row',
    'unknown-row',
  ),
  unfounded(
    'a condition on a row of no matrix',
    depending(single(), {question: 'a', row: 'x', is: 'oui'}),
    'questions[1].visibleWhen.row',
    'unknown-row',
  ),
  unfounded(
    '“same” where no row is judged',
    depending(matrix(), {question: 'm', row: 'same', is: 'oui'}),
    'questions[1].visibleWhen.row',
    'unknown-row',
  ),
  unfounded(
    '“same” of a matrix with other rows',
    questionnaire(matrix(), matrix({id: 'n', rows: named, rowVisibleWhen: {question: 'm', row: 'same', is: 'oui'}})),
    'questions[1].rowVisibleWhen.row',
    'unknown-row',
  ),
  unfounded(
    'a condition on a territory that is not there',
    {...questionnaire(single({visibleWhen: {territory: ['nord']}})), territories: named},
    'questions[0].visibleWhen.territory[0]',
    'unknown-code',
  ),
  bad(
    'a condition on nothing we know',
    questionnaire(single({visibleWhen: {weather: ['rain']}})),
    'questions[0].visibleWhen.question',
    'missing',
  ),
  unfounded(
    'consent to quote what is no text',
    questionnaire(single(), {id: 'c', type: 'consent', label: 'C', of: 'a'}),
    'questions[1].of',
    'not-a-text-question',
  ),
  unfounded(
    'a label that takes up a later answer',
    questionnaire(single({label: 'Et {b} ?'}), single({id: 'b'})),
    'questions[0].label',
    'unknown-question',
  ),
  unfounded('an initial answer that cannot be one', questionnaire(single({initial: 'si'})), 'questions[0].initial', 'bad-initial'),
  unfounded(
    'a minimum over the maximum',
    questionnaire({id: 'n', type: 'number', label: 'N', min: 3, max: 2}),
    'questions[0].min',
    'min-over-max',
  ),
  unfounded(
    'a month as the limit of a day',
    questionnaire({id: 'd', type: 'date', label: 'D', unit: 'day', min: '2026-01'}),
    'questions[0].min',
    'bad-day',
  ),
  unfounded('a day that is not in the calendar', {...questionnaire(single()), opens: '2026-02-30'}, 'opens', 'bad-day'),
  unfounded(
    'closing before opening',
    {...questionnaire(single()), opens: '2026-03-02', closes: '2026-03-01'},
    'closes',
    'closes-before-opens',
  ),
  bad('a grid without items', grid({items: []}), 'items', 'no-questions'),
  unfounded(
    'a grid’s item of no domain there is',
    grid({items: [{id: 'i1', number: 1, domain: 'y', topic: 'x', label: 'Un'}]}),
    'items[0].domain',
    'unknown-code',
  ),
  unfounded(
    'two items with one number',
    grid({items: ['i1', 'i2'].map((id) => ({id, number: 1, domain: null, topic: 'x', label: id}))}),
    'items[1].number',
    'duplicate-number',
  ),
  unfounded(
    'a fact about an item that is not there',
    grid({facts: [{id: 'court', label: 'Court', setsNa: ['i9']}]}),
    'facts[0].setsNa[0]',
    'unknown-code',
  ),
  unfounded(
    'advice on an item that is not there',
    grid({advice: [{when: [{item: 'i9', is: 'no'}], say: 'Relisez.'}]}),
    'advice[0].when[0].item',
    'unknown-code',
  ),
  unfounded(
    'a theme of a set that is not there',
    board({themes: [{id: 'sommeil', label: 'Le sommeil', set: 'y'}]}),
    'themes[0].set',
    'unknown-code',
  ),
  unfounded(
    'help for a theme that is not there',
    board({help: [{label: 'Écoute', phone: '3919', checked: '2026-01-01', themes: ['y']}]}),
    'help[0].themes[0]',
    'unknown-code',
  ),
];

export const badCampaigns: readonly BadInput[] = [
  bad('a campaign without a definition', campaign({definition: undefined}), 'definition', 'missing'),
  bad('a campaign with a member we do not know', campaign({endsAt: '2026-01-01'}), 'endsAt', 'unknown-member'),
  bad('figures from no answer on', campaign({k: {public: 0, team: 5}}), 'k.public', 'too-small'),
  unfounded('families of a territory that is not there', campaign({territories: named, expected: {y: 10}}), 'expected.y', 'unknown-code'),
  unfounded(
    'a campaign that opens after its definition closes',
    campaign({opens: '2026-05-01', definition: {...questionnaire(single()), closes: '2026-04-01'}}),
    'closes',
    'closes-before-opens',
  ),
  unfounded(
    'a condition on a territory that the campaign lacks',
    campaign({territories: named, definition: questionnaire(single({visibleWhen: {territory: ['nord']}}))}),
    'definition.questions[0].visibleWhen.territory[0]',
    'unknown-code',
  ),
];

export const badOverlays: readonly BadInput[] = [
  bad('an overlay for no language', overlay({lang: 'arabe littéraire'}), 'lang', 'bad-lang'),
  bad('an overlay whose texts are no texts', overlay({words: {'a.label': {fr: 'A'}}}), 'words.a.label', 'wrong-type'),
  bad('an overlay with a member we do not know', overlay({author: 'X'}), 'author', 'unknown-member'),
  bad('an overlay that does not say who read it', overlay({reviewed: undefined}), 'reviewed', 'missing'),
];
