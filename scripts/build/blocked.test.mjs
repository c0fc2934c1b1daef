// @ts-check
/**
 * No address, class, id or part of ours has a word that blockers' lists refuse on every site. The lists themselves cannot be run here: EasyList and those derived from it are
 * GPL or CC BY-SA, the programs that bring them MPL. So these are words of our own choice, after the kinds of rules that those lists document:
 * generic addresses (`/ads/`, `-banner.`, `/track?`, `/beacon`), and generic classes and ids (`.ad-box`, `#cookie-banner`).
 *
 * A failure means: choose another name, or an answer of somebody with a blocker is not asked, or does not leave.
 */
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const ADVERTISING = 'ads?|adv|adverts?|advertis(ing|ements?)|adserver|adsense|banners?|sponsor(ed|s)?|promos?|affiliates?|doubleclick';
const MEASURING =
  'analytics?|track(ers?|ing)?|beacons?|pixels?|telemetry|metrics?|stats?|statistics|collect(or)?|counter|hits?|log(ger|ging)?|events?|impressions?';
const ANNOYING =
  'pop-?(up|under|over)s?|overlays?|interstitials?|newsletters?|cookies?|gdpr|rgpd|push-?notifications?|webpush|exit-?intent';
/** Of an address: between two of `/ . _ - ? =`. */
const inAddress = new RegExp(
  `(^|[/._=?-])(${ADVERTISING}|${MEASURING}|${ANNOYING}|survey-?(popup|invite|monkey)|feedback-?(popup|button|tab))([/._=?-]|$)`,
  'i',
);
/** Of a class, an id or a part: what cosmetic rules hide everywhere. Tracking hides nothing. */
const inName = new RegExp(
  `(^|[_-])(${ADVERTISING}|${ANNOYING}|social-?(share|bar|buttons)|share-?(bar|buttons)|survey-?(popup|invite))([_-]|$)`,
  'i',
);

/** @param {string} folder @param {RegExp} ending @returns {string[]} */
const filesIn = (folder, ending) =>
  /** @type {string[]} */ (readdirSync(root + folder, {recursive: true}))
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name}`);
/** @param {string} path */
const text = (path) => readFileSync(root + path, 'utf8');

/** @param {string[]} names @param {RegExp} words */
const refused = (names, words) => [...new Set(names)].filter((name) => words.test(name));

it('the words find what lists block, and let others be', () => {
  for (const address of [
    '/js/analytics.js',
    '/track?id=1',
    '/img/banner-top.png',
    '/ads/1',
    '/v1/beacon',
    '/survey-popup.js',
    '/ad-box.js',
  ])
    assert.match(address, inAddress);
  for (const address of ['/v1/answers', '/dist/chunks/shared-BCtrack9.js', '/header.js', '/roads/', '/dist/ppgp-survey.js'])
    assert.doesNotMatch(address, inAddress);
  for (const name of ['ad-box', 'cookie-banner', 'top_ads', 'popup', 'share-buttons']) assert.match(name, inName);
  for (const name of ['pad', 'choice', 'consent', 'loads']) assert.doesNotMatch(name, inName);
});

it('no file of dist/ has an address that lists block', () => {
  const files = filesIn('dist', /\.(js|json|html|txt)$/).map((path) => `/${path}`);
  assert.ok(files.length > 40);
  assert.deepEqual(refused(files, inAddress), []);
});

it('no address of the collector is one that lists block', () => {
  const routes = filesIn('packages/collector/src', /(?<!\.test)\.ts$/).flatMap((path) =>
    [...text(path).matchAll(/'(\/(?:v1|f)\/[^'\s]*)'/g)].map(([, route = '']) => route),
  );
  assert.ok(
    routes.some((route) => route.startsWith('/v1/answers')),
    routes.join(' '),
  );
  assert.deepEqual(refused(routes, inAddress), []);
});

it('no class, id or part of a tag is one that lists hide, nor is the tag itself', () => {
  const sources = filesIn('packages/elements/src', /(?<!\.test|\.kit)\.ts$/).map(text);
  const written = sources.flatMap((source) =>
    [...source.matchAll(/\b(?:class|id|part)="([^"$]+)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  );
  const {tags} = JSON.parse(text('dist/vscode.html-custom-data.json'));
  const names = [...written, ...tags.map((/** @type {{name: string}} */ {name}) => name)];
  assert.ok(names.length > 100);
  assert.deepEqual(refused(names, inName), []);
});
