import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, it} from 'node:test';
import {startFaultProxy, type FaultProxy} from '../fault-proxy/fault-proxy.js';
import {eachEngine, openBrowser, type Browser, type Engine, type Person} from '../person/index.js';
import {startSite, type Site} from './start-site.js';

/** A person before a page of the started site, with a proxy between them that can do harm. */
export interface AtSite {
  engine: Engine;
  site: Site;
  browser: Browser;
  /** Of this test alone: an origin of its own, so an empty storage. */
  proxy: FaultProxy;
  person: Person;
  /** How many answers the campaign had when the test began. */
  received: number;
  /** One answer more than that has arrived, once. */
  countedOnce(): Promise<void>;
}

/** In milliseconds, for a test and for what stands around it: what hangs is named, long before its whole file is given up. */
const LIMIT = {timeout: 120_000};

type Told = (name: string, test: (at: AtSite) => Promise<void>) => void;

/** Declares tests in each engine that begin with a person who has just opened `page`. The site is one for all of them. */
export function atSite({page, campaign}: {page: string; campaign: string}, declare: (it: Told) => void): void {
  let site: Site;
  before(async () => {
    site = await startSite();
  }, LIMIT);
  after(() => site.close(), LIMIT);

  eachEngine((engine) => {
    let browser: Browser;
    let at: AtSite;
    before(async () => {
      browser = await openBrowser(engine, {viewport: {width: 460, height: 800}});
    }, LIMIT);
    after(() => browser.close(), LIMIT);
    beforeEach(async () => {
      const proxy = await startFaultProxy(site.url);
      const person = await browser.open(proxy.url + page);
      const {received} = await site.figures(campaign);
      const countedOnce = async (): Promise<void> => assert.equal((await site.figures(campaign)).received, received + 1);
      at = {engine, site, browser, proxy, person, received, countedOnce};
    }, LIMIT);
    afterEach(async () => {
      await at.person.closes().catch(() => undefined);
      await at.proxy.close();
    }, LIMIT);
    declare((name, test) => void it(name, LIMIT, () => test(at)));
  });
}
