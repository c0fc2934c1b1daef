import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ariane, bilan, plateau, postFormation, pros, usagers} from '@ppgp/instruments';
import {ID, asking, desk, fieldsIn, said} from './form.kit.js';

const definition = asking([{id: 'mot', type: 'text', label: 'Un mot ?', max: 200}]);
const territories = [
  {id: 'nord', label: 'Nord', phone: '05 36 49 00 01', hours: 'Le lundi'},
  {id: 'sud', label: 'Sud', phone: '05 36 49 00 02'},
];

test('a page may do nothing but show itself, its style and its pictures, and send itself here', async (t) => {
  const {get} = await desk(t, definition);
  const response = await get();
  assert.equal(
    response.headers.get('Content-Security-Policy'),
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  assert.equal(response.headers.get('Referrer-Policy'), 'no-referrer');
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  const html = await response.text();
  assert.doesNotMatch(html, /<script|\sstyle=|\son\w+=|<style/);
  assert.match(html, /^<!doctype html>\s*<html lang="fr">/);
});

test('pages that may send answers from elsewhere may frame it', async (t) => {
  const {get} = await desk(t, definition, {origins: ['https://www.departement.example']});
  assert.match((await get()).headers.get('Content-Security-Policy') ?? '', /frame-ancestors https:\/\/www\.departement\.example$/);
});

test('its style sheet may be kept for a while, and asks for nothing else', async (t) => {
  const {app} = await desk(t, definition);
  const response = await app.request('/f/form.css');
  assert.equal(response.headers.get('Content-Type'), 'text/css; charset=utf-8');
  assert.equal(response.headers.get('Cache-Control'), 'public, max-age=3600');
  assert.doesNotMatch(await response.text(), /url\(|@import/);
});

for (const path of [
  '/f/inconnue',
  '/f/inconnue/merci',
  '/f/Pas%20un%20id',
  '/f/__proto__',
  '/f/%2e%2e%2fadmin',
  `/f/${ID}/autre`,
  '/f/constructor',
]) {
  test(`${path}: a page that says there is no such questionnaire`, async (t) => {
    const {app} = await desk(t, definition);
    const response = await app.request(path);
    assert.equal(response.status, 404);
    assert.match(await said(response), /Ce questionnaire n’est pas ici\./);
  });
}

test('other methods are not allowed', async (t) => {
  const {app} = await desk(t, definition);
  const response = await app.request(`/f/${ID}`, {method: 'DELETE'});
  assert.equal(response.status, 405);
  assert.equal(response.headers.get('Allow'), 'GET, POST');
});

test('before the first day and after the last it says when, and whom to call', async (t) => {
  const before = await desk(t, definition, {settings: {opens: '2026-12-01', territories}});
  assert.match(await said(await before.get()), /pas encore ouvert\. Vous pourrez répondre à partir du 1 décembre 2026\..*05 36 49 00 01/);
  const after = await desk(t, definition, {settings: {closes: '2026-11-20', territories}});
  assert.match(await said(await after.get()), /Ce questionnaire est terminé\. Merci à toutes les personnes/);
  const lastDay = await desk(t, definition, {settings: {closes: '2026-11-21'}});
  assert.match(await said(await lastDay.get()), /Un mot \?/);
});

test('answers that must be sealed on the device are refused kindly, and never kept in clear', async (t) => {
  const {get, post, stored} = await desk(t, definition, {settings: {publicKey: {keyId: 'k', key: 'AAAA'}, territories}});
  const page = await get('?territoire=sud');
  assert.equal(page.status, 403);
  assert.match(await said(page), /ne peut pas protéger vos réponses\. .* 05 36 49 00 02/);
  const response = await post(new URLSearchParams({mot: 'secret'}));
  assert.equal(response.status, 403);
  const text = await said(response);
  assert.match(text, /Rien n’a été enregistré\./);
  assert.doesNotMatch(text, /secret/);
  assert.deepEqual(await stored(), []);
});

test('a board that shares nothing says where its themes can be chosen', async (t) => {
  const {get, post, stored} = await desk(t, plateau);
  const page = await get();
  assert.equal(page.status, 200);
  assert.match(await said(page), /Ces thèmes se choisissent sur la page du service\./);
  assert.equal((await post(new URLSearchParams({chosen: 'sommeil'}))).status, 403);
  assert.deepEqual(await stored(), []);
});

test('a grid says where it is filled in', async (t) => {
  const topics = [{id: 't', label: 'T'}];
  const items = [{id: 'i1', number: 1, domain: null, topic: 't', label: 'Lisible'}];
  const {get} = await desk(t, {format: 'ppgp/1', kind: 'grid', id: 'g', version: '1', title: 'G', form: 'p', domains: [], topics, items});
  assert.match(await said(await get()), /Cette grille se remplit sur la page de l’équipe\./);
});

test('the page after sending says that it is stored, and whom to call', async (t) => {
  const {app} = await desk(t, definition, {settings: {territories}});
  const response = await app.request(`/f/${ID}/merci`);
  assert.equal(response.status, 200);
  assert.match(await said(response), /Merci\. Votre réponse est bien enregistrée\..*05 36 49 00 01/);
});

test('what is told before answering: how long, who reads, whom to call', async (t) => {
  const {get} = await desk(t, definition, {settings: {minutes: 3, notice: 'La PMI lit vos réponses.', territories}});
  const text = await said(await get());
  for (const words of [
    '3 minutes',
    'Sans votre nom',
    'Qui lit mes réponses ?',
    'La PMI lit vos réponses.',
    'Nord',
    'Le lundi',
    '05 36 49 00 02',
  ])
    assert.ok(text.includes(words), words);
  const known = await said(await get('?territoire=sud'));
  assert.ok(known.includes('05 36 49 00 02') && !known.includes('05 36 49 00 01'), 'of a known territory only its line');
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</textarea><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '&lt;script&gt;',
  'javascript:alert(1)',
  '\u0000<b>',
  '<!--',
  '`${alert(1)}`',
];
for (const text of HOSTILE) {
  test(`markup is text wherever it stands: ${JSON.stringify(text)}`, async (t) => {
    const choices = [
      {id: 'a', label: text, hint: text, picture: text},
      {id: 'o', label: text, role: 'other'},
    ];
    const common = {label: text, hint: text, picture: text};
    const hostile = asking(
      [
        {id: 's', type: 'section', ...common},
        {id: 'q', type: 'single', choices, decline: true, ...common},
        {id: 'm', type: 'matrix', rows: choices, choices, required: true, error: text, ...common},
        {id: 'r', type: 'ranking', choices, max: 2, ...common},
        {id: 'n', type: 'number', unit: text, initial: 1, ...common, visibleWhen: {question: 'q', is: 'a'}},
        {id: 'd', type: 'date', unit: 'day', ...common},
        {id: 'x', type: 'text', max: 5, ...common, label: '{q} {x}'},
        {id: 'c', type: 'consent', of: 'x', ...common},
      ],
      {
        title: text,
        notice: text,
        territories: [{id: 'nord', label: text, phone: text, hours: text}],
        words: {fr: {'ui.send': text, 'q.label': text}},
      },
    );
    const {get, send} = await desk(t, hostile);
    const filled = {q: 'a', 'q.other': text, x: `${text} trop long`, n: text, 'd.day': text, 'd.year': text, _lang: text, _id: text};
    for (const response of [await get(), await send(filled)]) {
      const html = await response.text();
      const withoutOurs = html.replace(
        /<\/?(html|head|meta|title|link|body|main|div|h1|h2|h3|ul|ol|li|svg|path|span|details|summary|p|form|input|fieldset|legend|label|select|option|textarea|img|button|a|b)(\s+[\w-]+(="[^"<>]*")?)*\s*\/?>|^<!doctype html>/g,
        '',
      );
      assert.doesNotMatch(withoutOurs, /<[^\s]/, 'no other tag than ours');
      assert.doesNotMatch(html.replace(/"[^"]*"/g, ''), /<[a-z][^>]*\son\w+/, 'no handler');
      assert.doesNotMatch(html, /(href|src|action)="\s*javascript:/i);
    }
  });
}

test('what is typed comes back letter by letter, hostile or not', async (t) => {
  const long = asking([{id: 'x', type: 'text', label: 'Un mot ?', max: 1}]);
  const {send} = await desk(t, long);
  for (const text of [...HOSTILE, '\nligne', '  espaces  ', 'é😀\u202E'])
    assert.equal(fieldsIn(await (await send({x: text})).text()).get('x'), text);
});

test('a picture stands where it is on this host, and nowhere else', async (t) => {
  const pictured = [
    '/img/a.svg',
    'b.svg',
    'https://elsewhere.example/c.svg',
    'javascript:alert(1)',
    'http://localhost/d.svg',
    '//elsewhere.example/e.svg',
  ];
  const {get} = await desk(t, asking(pictured.map((picture, index) => ({id: `q${index}`, type: 'boolean', label: 'Oui ?', picture}))));
  const sources = [...(await (await get()).text()).matchAll(/<img[^>]*src="([^"]*)"/g)].map(([, source]) => source);
  assert.deepEqual(sources, ['/img/a.svg', '/v1/campaigns/b.svg', '/d.svg']);
});

test('another language is marked as such, and French stands where it is missing', async (t) => {
  const languages = ['ar', 'en'];
  const label = {fr: 'Ça va ?', ar: 'كيف الحال؟'};
  const {get} = await desk(t, asking([{id: 'q', type: 'boolean', label, hint: 'Dites-nous.'}]), {settings: {languages}});
  const html = await (await get('?lang=ar')).text();
  assert.match(html, /<span lang="ar" dir="rtl">كيف الحال؟<\/span>/);
  assert.match(html, /Dites-nous\./);
  assert.equal(fieldsIn(html).get('_lang'), 'ar');
});

test('a département’s corrections are read here too', async (t) => {
  const words = {fr: {'q.label': 'Tout va bien ?', 'q.a': 'Très bien', 'ui.send': 'Envoyer'}};
  const {get} = await desk(t, asking([{id: 'q', type: 'single', label: 'Ça va ?', choices: [{id: 'a', label: 'Bien'}]}]), {
    settings: {words},
  });
  assert.match(await said(await get()), /Tout va bien \? Très bien Envoyer/);
});

test('an earlier answer is taken up once it is known', async (t) => {
  const choices = [{id: 'a', label: 'Surveiller'}];
  const piped = [
    {id: 'q', type: 'single', label: 'La PMI ?', choices},
    {id: 'p', type: 'text', label: 'Vous avez dit : {q}. Pourquoi ?', max: 3},
  ];
  const {get, send} = await desk(t, asking(piped));
  assert.match(await said(await get()), /Vous avez dit : …\. Pourquoi \?/);
  assert.match(await said(await send({q: 'a', p: 'trop long'})), /Vous avez dit : Surveiller\. Pourquoi \?/);
});

test('shuffled choices keep their order while one form is mended', async (t) => {
  const choices = Array.from({length: 12}, (_, index) => ({id: `c${index}`, label: `C${index}`}));
  const questions = [
    {id: 'q', type: 'single', label: 'Un ?', choices, shuffle: true},
    {id: 'n', type: 'boolean', label: 'Oui ?', required: true},
  ];
  const {get, post} = await desk(t, asking(questions));
  const order = (html: string) => [...html.matchAll(/id="choice:q\.(c\d+)"/g)].map(([, code]) => code);
  const first = await (await get()).text();
  const fields = fieldsIn(first);
  fields.set('q', 'c3');
  assert.deepEqual(order(await (await post(fields)).text()), order(first));
  assert.notDeepEqual(
    order(first),
    choices.map(({id}) => id),
  );
});

for (const instrument of [usagers, pros, bilan, ariane, postFormation]) {
  test(`every question of « ${instrument.title as string} » stands on its page`, async (t) => {
    const {get} = await desk(t, instrument, {settings: {territories}});
    const html = await (await get()).text();
    for (const {id, type} of instrument.questions) assert.ok(html.includes(`id="question:${id}"`), `${id} (${type})`);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'no id stands twice');
    for (const [, described] of html.matchAll(/aria-describedby="([^"]*)"/g))
      for (const id of described?.split(' ') ?? []) assert.ok(ids.includes(id), id);
    assert.doesNotMatch(await said(await get()), /undefined|\[object|NaN| si \./);
  });
}
