import type {Build} from './builds.js';
import {Device, type Given} from './device.js';
import {records, type Breach} from './ledger.js';
import type {Page} from './page.js';
import type {Script, Step} from './script.js';

const MINUTE = 60_000;
/** A fresh page on a device on which everything works has sent what waits by then: a page of a frozen tab's lock may come first. */
const SOON = 5 * MINUTE;
/** The longest pause after a fault of configuration is 15 minutes (protocol, what the client does). */
const AFTER_MISCONFIGURATION = 17 * MINUTE;
/** A hidden page tries every 30 minutes at least. */
const WHILE_HIDDEN = 32 * MINUTE;
const MISCONFIGURATION = /^campaign not registered$|^request: (30\d|40[1345]|410)/;
/** A server may have asked an open page to wait for a day. */
const DAY_AND_MORE = 26 * 60 * MINUTE;
/** In which slot the last page is opened. */
const LAST = 3;

/** How a breach begins that the run itself is. */
export const BROKE_OFF = 'the run broke off';

/** What one device's life came to. */
export interface Life {
  breaches: Breach[];
  faults: Map<string, number>;
  /** Requests that left the device. */
  requests: number;
  delivered: number;
  /** Steps of the outbox until everything worked: where a crash could be. */
  points: number;
}

/** Lives through a script, lets everything work again, and judges. */
export async function live(script: Script, builds: {today: Build; older: Build}): Promise<Life> {
  const device = new Device(script, builds);
  const {ledger, collector} = device;
  const strangers = new Map<string, string>();
  try {
    for (const step of script.steps) {
      take(device, step, strangers);
      await device.run(step.ms);
    }
    await mend(device, strangers);
  } catch (error) {
    ledger.broke('invisible', 'I8', `${BROKE_OFF}: ${String(error)}`);
  }
  return {
    breaches: ledger.breaches,
    faults: device.faults,
    requests: device.left,
    delivered: collector.times.size,
    points: device.points,
  };
}

/** The answer of this number, the same each time: some large, some with characters that are hard to carry. */
function answerOf(device: Device, by: number): Given {
  const {seed} = device.script;
  const hex = `${(seed >>> 0).toString(16).padStart(8, '0')}${by.toString(16).padStart(4, '0')}`;
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4000-8000-${hex.padEnd(12, '0')}`;
  const text = seed % 8 === 0 && by % 3 === 0 ? 'x'.repeat(20_000) : by % 7 === 3 ? '« ça »  \u0000 é 😀 \\' : '';
  const made = JSON.stringify({answers: {q1: by}, who: `${seed}-${by}`, ...(text && {text})});
  // Bytes are bytes: another JSON writer would write these otherwise.
  const payload = by % 3 ? made : made.replace(':', ' :\t');
  const endpoint = `https://collector.example/${by % 5 ? '' : 'other/'}v1/answers`;
  const draft = by % 2 ? `d-${by}` : undefined;
  return {answer: {id, endpoint, campaign: `c${by % 2}`, version: '1', day: '2026-11-21', payload}, draft};
}

function take(device: Device, step: Step, strangers: Map<string, string>): void {
  const {random, disk, ledger, time} = device;
  const {by} = step;
  const page = device.page(step.page);
  // Nobody does anything on a page that is frozen: looking at it thaws it.
  if (['answer', 'send now', 'hide', 'close'].includes(step.do)) thaw(device, page);
  const on: Record<Step['do'], () => void> = {
    answer() {
      const given = answerOf(device, by);
      const elsewhere = random.once(12);
      void page.write({...given, elsewhere}, random.once(5));
      // In another tab the same answer, by an element that was restored from the same draft.
      if (elsewhere) void device.page(random.below(3)).give({...given, elsewhere});
    },
    kill: () => page.die(),
    close() {
      page.part();
      page.die();
    },
    freeze: () => device.freeze(page),
    thaw: () => thaw(device, page),
    'back-forward cache'() {
      device.freeze(page);
      time.after(random.below(10 * MINUTE), () => {
        if (!device.calm) thaw(device, page);
      });
    },
    hide() {
      page.hidden = !page.hidden;
      page.part();
    },
    wake() {
      if (!page.frozen) page.outbox.wake();
    },
    'send now': () => page.sendNow(),
    'clock jumps': () => jump(device, by),
    'clock jumps by years': () => jump(device, by),
    'storage full': () => (device.full = true),
    'storage lost in this page'() {
      page.storage = 'lost';
      uncountable(device, page);
    },
    'storage refused to this page': () => (page.storage = 'refused'),
    'storage wiped'() {
      // Between two visits, or under open pages; with the note outside, or without.
      if (by < 2) for (const each of device.open) each.die();
      if (by === 0 && (device.note ?? 0) > 0) for (const {stored} of records(disk)) ledger.noted.add(stored.item?.payload ?? '');
      if (by === 1) device.note = undefined;
      device.mayMiss = true;
      disk.clear();
      strangers.clear();
      ledger.wiped();
    },
    'no hash': () => (device.noHash = true),
    'network gone'() {
      device.gone = true;
      time.after(by, () => (device.gone = false));
    },
    'campaign not registered': () => (device.collector.knowsCampaigns = false),
    'page dies at a request': () => (page.diesAtRequest = true),
    'future record'() {
      const key = `parcel/${String(by).padStart(15, '0')}/of-a-later-build`;
      const text = JSON.stringify({v: 2, sealed: by});
      disk.set(key, text);
      strangers.set(key, text);
    },
    mend: () => works(device),
  };
  on[step.do]();
  if (
    !['answer', 'wake', 'send now', 'thaw', 'mend', 'no hash', 'network gone', 'storage full', 'page dies at a request'].includes(step.do)
  ) {
    device.happened(step.do);
  }
}

/** What cannot be read is not nothing. */
function uncountable(device: Device, page: Page): void {
  page.outbox.counts().then(
    () => {
      if (page.storage === 'lost' && !page.dead) device.ledger.broke('invisible', 'I7', 'a store that cannot be read was counted');
    },
    () => undefined,
  );
}

function thaw(device: Device, page: Page): void {
  if (page.dead || !page.frozen) return;
  device.thaw(page);
  page.outbox.wake();
}

function jump(device: Device, by: number): void {
  device.time.jump(by);
  device.jumps++;
}

function works(device: Device): void {
  device.full = device.gone = device.noHash = false;
  device.collector.knowsCampaigns = true;
}

const wasMisconfigured = ({faults}: Device): boolean => [...faults.keys()].some((fault) => MISCONFIGURATION.test(fault));

/** Everything works again, a last page is opened, and all must come to a good end. */
async function mend(device: Device, strangers: ReadonlyMap<string, string>): Promise<void> {
  const {disk, ledger, collector, random} = device;
  device.calm = true;
  works(device);
  for (const page of device.open) {
    page.storage = 'works';
    page.diesAtRequest = false;
    // The others stay frozen for ever, perhaps with the lock.
    if (random.once(2)) thaw(device, page);
  }
  await device.run(2 * MINUTE);
  device.cut = true;
  await count(device);
  device.cut = false;

  const last = device.page(LAST, 'today');
  last.outbox.wake();
  // A page that waits for longer may put back what another has sent: it is sent again, and counts once.
  const kept = (): boolean => records(disk).some(({key, stored: {item}}) => !strangers.has(key) && !collector.has(item?.payload ?? ''));
  // A page that is hidden, or met a fault of configuration, may sit out its longer pause, with answers that no other page knows of.
  const isHidden = device.open.some((page) => page.hidden);
  const patience = isHidden ? WHILE_HIDDEN : wasMisconfigured(device) ? AFTER_MISCONFIGURATION : SOON;
  await device.run(patience, () => !kept());
  if (kept()) ledger.broke('invisible', 'I8', `after ${patience / MINUTE} minutes in which everything worked, answers still wait`);
  const awake = device.open.filter((page) => !page.frozen);
  // What a page has parked waits for a person.
  for (const page of awake) page.sendNow();
  const owed = new Set(awake.flatMap(({told}) => [...told].flatMap(([payload, {as}]) => (as === 'saving' ? [] : [payload]))));
  await device.run(DAY_AND_MORE, () => [...owed].every((payload) => collector.has(payload)));
  for (const body of device.replays) collector.receive(body, true);
  await count(device);
  // With nothing to send, all this may have been over before the page had looked.
  if (ledger.noted.size > 0) await device.run(MINUTE, () => ledger.missing > 0);
  if (!device.hadOlder) ledger.noticed();
  ledger.close(disk, owed);
  for (const [key, text] of strangers) {
    if (disk.get(key) !== text) ledger.broke('lost', 'I13', `${key}, of a later build, was ${disk.has(key) ? 'changed' : 'removed'}`);
  }
}

/** What a fresh page shows as waiting must be what lies on the disk. */
async function count(device: Device): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const before = device.ledger.commits;
    const page = device.page(LAST, 'today');
    let shown: {pending: number; parked: number; unreadable: number} | undefined;
    page.outbox.counts().then(
      (counts) => (shown = counts),
      () => device.ledger.broke('invisible', 'I7', 'what waits could not be counted although storage works'),
    );
    await device.run(MINUTE, () => shown !== undefined);
    // Somebody wrote meanwhile, perhaps put an answer back and sent it: once more.
    if (shown && before === device.ledger.commits) return device.ledger.counted(shown, device.disk);
  }
}
