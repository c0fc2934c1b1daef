import type {Bug} from './bug.js';

/** In the outbox: the simulated device must notice. */
const ofTheOutbox: Omit<Bug, 'by'>[] = [
  {
    name: 'delete before send',
    file: 'outbox/src/delivery.ts',
    find: `      const body = bodyOf(bag, clock.now(), lib);`,
    put: `      const body = bodyOf(bag, clock.now(), lib);
      await store.commit(bag.flatMap(({key}) => (key ? [{remove: key}] : []))).catch(() => undefined);`,
  },
  {
    name: 'new id per attempt',
    file: 'outbox/src/batches.ts',
    find: `bag.map((letter) => letter.parcel.item);`,
    put: `bag.map(({parcel: {item}}) => ({...item, id: item.id.slice(0, -6) + String(Math.random()).slice(2, 8)}));`,
  },
  {
    name: 'any 2xx is an acknowledgement',
    file: 'outbox/src/reply.ts',
    find: `if (isFine) return waiting('not-our-server');`,
    put: `if (isFine) return allOf(items, {is: 'delivered'});`,
  },
  {
    name: 'forgotten on 413',
    file: 'outbox/src/reply.ts',
    find: `  if (UNREADABLE.includes(status)) {`,
    put: `  if (status === 413) return allOf(items, {is: 'delivered'});
  if (UNREADABLE.includes(status)) {`,
  },
  {
    name: 'forgotten on any 4xx',
    file: 'outbox/src/reply.ts',
    find: `  if (misconfigured) return`,
    put: `  if (status >= 400 && status < 500) return allOf(items, {is: 'delivered'});
  if (misconfigured) return`,
  },
  {
    name: 'forgotten after 10 failures',
    file: 'outbox/src/delivery.ts',
    find: `        waits.add(endpoint, judgement);`,
    put: `        waits.add(endpoint, judgement);
        for (const letter of bag) {
          const failures = ((globalThis as {failures?: Map<string, number>}).failures ??= new Map<string, number>());
          const tries = (failures.get(idOf(letter)) ?? 0) + 1;
          failures.set(idOf(letter), tries);
          if (tries >= 10) await release([letter]);
        }`,
  },
  {
    name: 'expires after seven days',
    file: 'outbox/src/delivery.ts',
    find: `      if (left(letter) === 0) due.push(letter);`,
    put: `      if (clock.now() - Date.parse(letter.parcel.savedDay) > 7 * 86_400_000) {
        await release([letter]);
        continue;
      }
      if (left(letter) === 0) due.push(letter);`,
  },
  {
    name: 'the proof ignores the hash',
    file: 'protocol/src/receipt.ts',
    find: `result.hash === item.hash`,
    put: `item.hash !== ''`,
  },
  {
    name: 'the hash is made of other bytes than are sent',
    file: 'outbox/src/batches.ts',
    find: `bag.map((letter) => letter.parcel.item);`,
    put: `bag.map(({parcel: {item}}) => ({...item, payload: JSON.stringify(JSON.parse(item.payload))}));`,
  },
  {
    name: 'a failed save is called saved',
    file: 'outbox/src/outbox.ts',
    find: `      throw cause instanceof OutboxError ?`,
    put: `      if (cause) return void (given.as = 'saved');
      throw cause instanceof OutboxError ?`,
  },
  {
    name: 'saved before the commit is done',
    file: 'outbox/src/outbox.ts',
    find: `    const intact = kept && `,
    put: `    const intact = true || `,
  },
  {
    name: 'called saved on storage that goes with the window',
    file: 'outbox/src/outbox.ts',
    find: `if (await isEphemeral?.()) throw`,
    put: `if (false && (await isEphemeral?.())) throw`,
  },
  {
    name: 'the counter leaves out what it cannot read',
    file: 'outbox/src/outbox.ts',
    find: `      unreadable += page.unreadable.length;`,
    put: `      unreadable += 0;`,
  },
  {
    name: 'a store that cannot be read is reported as empty',
    file: 'outbox/src/outbox.ts',
    find: `await store.page(PARCELS, {after, limit: PAGE});`,
    put: `await store.page(PARCELS, {after, limit: PAGE}).catch(() => []);`,
  },
  {
    name: 'a loss is reported as an innocent empty queue',
    file: 'outbox/src/guard.ts',
    find: `const isLost = isOther &&`,
    put: `const isLost = outside > 1e9 &&`,
  },
  {
    name: 'one bad item sinks the batch',
    file: 'outbox/src/reply.ts',
    find: `if (items.length > 1) return {is: 'halved'};`,
    put: `if (items.length > 1e9) return {is: 'halved'};`,
  },
  {
    name: 'what was parked is never tried again',
    file: 'outbox/src/delivery.ts',
    find: `if (left(letter) === 0) due.push(letter);`,
    put: `if (letter.parcel.state === 'parked') continue;
      if (left(letter) === 0) due.push(letter);`,
  },
  {
    name: 'the flag that says busy stays up after a failure',
    file: 'outbox/src/in-turn.ts',
    find: `    next = undefined;`,
    put: `    void next;`,
  },
  {
    name: 'a taken id is replaced by chance',
    file: 'outbox/src/parcel.ts',
    find: `letter.charCodeAt(0).toString(16)`,
    put: `(16 + Math.floor(Math.random() * 200)).toString(16)`,
  },
  {
    name: 'Retry-After is believed, whatever it says',
    file: 'outbox/src/reply.ts',
    find: `Math.min(Math.max(parseFloat(String(seconds)), RETRY_SECONDS.min), RETRY_SECONDS.max) * 1000`,
    put: `Math.max(parseFloat(String(seconds)), RETRY_SECONDS.min) * 1000`,
  },
  {
    name: 'a clock set back makes it wait for years',
    file: 'outbox/src/waits.ts',
    find: `return wait && waited >= 0 ? Math.max(0, wait.ms - waited) : 0;`,
    put: `return wait ? Math.max(0, wait.ms - waited) : 0;`,
  },
  {
    name: 'a request may hang for ever',
    file: 'outbox/src/delivery.ts',
    find: `const timeoutMs = REQUEST_MS + `,
    put: `const timeoutMs = Infinity + `,
  },
  {
    name: 'sent is told as soon as a reply is there',
    file: 'outbox/src/delivery.ts',
    find: `      const items = bag.map(({parcel}) => parcel.item);`,
    put: `      const items = bag.map(({parcel}) => parcel.item);
      for (const {id} of reply ? items : []) tell({type: 'sent', id});`,
  },
  {
    name: 'what a later build wrote is tidied away',
    file: 'outbox/src/outbox.ts',
    find: `        yield await unseen(page);`,
    put: `        await store.commit(page.unreadable.map(([key]) => ({remove: key})));
        yield await unseen(page);`,
  },
];

/** In the store and the page around it: a real page on a simulated browser must notice. */
const ofThePage: Omit<Bug, 'by'>[] = [
  {
    name: 'acknowledged before it is complete',
    file: 'browser-store/src/transact.ts',
    find: `mode === 'readonly' ? resolve : undefined, reject`,
    put: `resolve, reject`,
  },
  {
    name: 'relaxed durability',
    file: 'browser-store/src/transact.ts',
    find: `{durability: 'strict'}`,
    put: `{durability: 'relaxed'}`,
  },
  {
    name: 'an upgrade drops the store',
    file: 'browser-store/src/open-database.ts',
    find: `    const opening = factory.open(name, version);
    opening.onupgradeneeded = () => {
      if (create && !late) {`,
    put: `    const opening = factory.open(name, create ? 2 : version);
    opening.onupgradeneeded = () => {
      if (create && !late) {
        if (opening.result.objectStoreNames.contains(STORE)) opening.result.deleteObjectStore(STORE);`,
  },
  {
    name: 'a version is asked for',
    file: 'browser-store/src/open-database.ts',
    find: `factory.open(name, version);`,
    put: `factory.open(name, version ?? 1);`,
  },
  {
    name: 'a failed opening is remembered',
    file: 'browser-store/src/connection.ts',
    find: `opening ??= openOrHeal(create).finally(() => (opening = undefined));`,
    put: `opening ??= openOrHeal(create).then((database) => ((opening = undefined), database));`,
  },
  {
    name: 'a lost connection is kept',
    file: 'browser-store/src/connection.ts',
    find: `if (lost || nameOf(error) === 'TimeoutError') close(database);`,
    put: ``,
  },
  {
    name: 'navigator.onLine is believed',
    file: 'outbox/src/browser/network.ts',
    find: `    const reply = await fetch(`,
    put: `    if (!navigator.onLine) throw new TypeError('offline');
    const reply = await fetch(`,
  },
];

/** In the collector: those who post to its store must notice. */
const ofTheStore: Omit<Bug, 'by'>[] = [
  {
    name: 'check, then insert',
    alsoBy: 'server',
    file: 'collector/src/store/sqlite-store.ts',
    find: `  database.atOnce((now) => {
    const known`,
    put: `  Promise.all(answers.map(({campaign, id}) => database.ask(SQL.hashOfAnswer, campaign, id))).then((seen) => database.atOnce((now) => {
    const known`,
    also: [
      {
        file: 'collector/src/store/sqlite-store.ts',
        find: `answers.map((answer): KeepOutcome => (isKnown(answer.campaign) ? keepOne(now, answer) : 'unknown-campaign'));
  });`,
        put: `answers.map((answer, index): KeepOutcome => {
      if (!isKnown(answer.campaign)) return 'unknown-campaign';
      return seen[index]?.length ? 'duplicate' : keepOne(now, answer);
    });
  }));`,
      },
      {file: 'collector/src/store/sqlite-store.ts', find: ` ON CONFLICT (campaign, id) DO NOTHING`, put: ``},
      {
        file: 'collector/src/store/migrations.ts',
        find: `     previous_id TEXT,
     UNIQUE (campaign, id)
   ) STRICT;`,
        put: `     previous_id TEXT
   ) STRICT;`,
      },
    ],
  },
  {
    name: 'insert or replace',
    alsoBy: 'server',
    file: 'collector/src/store/sqlite-store.ts',
    find: ` ON CONFLICT (campaign, id) DO NOTHING`,
    put: ` ON CONFLICT (campaign, id) DO UPDATE SET hash = excluded.hash, payload = excluded.payload`,
  },
  {
    name: 'synchronous = NORMAL',
    file: 'collector/src/store/sqlite-connection.ts',
    find: `set: 'FULL', reads: 2}`,
    put: `set: 'NORMAL', reads: 1}`,
  },
  {
    name: 'acknowledged before the commit',
    alsoBy: 'server',
    file: 'collector/src/store/group-commit.ts',
    find: `const outcomes = await this.#keepTogether(group.flatMap(({answers}) => answers));`,
    put: `const all = group.flatMap(({answers}) => answers);
      void this.#keepTogether(all).catch(() => undefined);
      const outcomes = all.map((): KeepOutcome => 'stored');`,
  },
  {
    name: 'one bad answer sinks its batch at the collector',
    file: 'collector/src/store/sqlite-store.ts',
    find: `    return 'failed';`,
    put: `    throw error;`,
  },
  {
    name: 'a known id is a duplicate, whatever its bytes',
    alsoBy: 'server',
    file: 'collector/src/store/sqlite-store.ts',
    find: `return kept?.['hash'] === hash ||`,
    put: `return kept !== undefined ||`,
  },
];

/**
 * Bugs that somebody shipped once (failure-modes.md § 2), and relatives. Sealing after storing will be one of them once there is
 * sealing.
 */
export const bugs: readonly Bug[] = [
  ...ofTheOutbox.map((bug): Bug => ({...bug, by: 'simulation'})),
  ...ofThePage.map((bug): Bug => ({...bug, by: 'page'})),
  ...ofTheStore.map((bug): Bug => ({...bug, by: 'store'})),
];
