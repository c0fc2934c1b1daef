/** The page under torment: it does what the host orders, and tells what happens. */
import {newId} from '@ppgp/outbox';
import {pageOutbox} from '@ppgp/outbox/browser';
import {CAMPAIGN, DAY, payloadOf, VERSION} from '../given-answer.js';
import {closeConnections, keepConnections} from './connections.js';
import {answersSeen} from './device.js';
import type {Order, Task} from './orders.js';
import {answerInPerson} from './person.js';
import {nextOrder, tell} from './tell.js';

keepConnections();
const query = new URLSearchParams(location.search);
const [run, endpoint] = [Number(query.get('run')), query.get('endpoint') ?? ''];
const outbox = pageOutbox();
outbox.watch((event) => {
  if (event.type === 'sent') void tell({type: 'sent', id: event.id, previousId: event.previousId});
  if (event.type === 'missing') void tell({type: 'missing', count: event.count});
});
for (const kind of ['error', 'unhandledrejection'] as const)
  addEventListener(kind, (event) => void tell({type: 'error', why: String('reason' in event ? event.reason : event.message)}));

async function save({k, id = newId()}: Task): Promise<void> {
  await tell({type: 'about', k, id});
  const answer = {id, endpoint, campaign: CAMPAIGN, version: VERSION, day: DAY, payload: payloadOf(run, k)};
  try {
    await outbox.save(answer);
    await tell({type: 'saved', k, id});
  } catch (error) {
    const {cause} = error as Error;
    await tell({type: 'refused', k, id, why: `${String(error)} (${String(cause)})`});
    // As the tag does: never called saved, sent while the page is open.
    await outbox.sendUnsaved(answer);
  }
}

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'save':
      return Promise.all(order.tasks.map(save));
    case 'survey':
      return answerInPerson(run, order.k, endpoint);
    case 'look': {
      const counts = await outbox.counts().catch(() => undefined);
      const counted = counts && counts.pending + counts.parked + counts.unreadable;
      return tell({type: 'looked', counted, kept: await answersSeen(run)});
    }
    case 'send':
      outbox.sendNow();
      // At once, and without waiting for it: some requests are never answered.
      return void outbox.flush();
    case 'close':
      return closeConnections();
    case 'away':
      location.href = '/away.html';
      return new Promise(() => undefined);
    case 'rest':
      return new Promise((resolve) => setTimeout(resolve, order.ms));
  }
}

async function live(persisted: boolean): Promise<void> {
  await tell({type: 'here', persisted});
  for (;;) await obey(await nextOrder()).catch((error: unknown) => tell({type: 'error', why: String(error)}));
}

// Also after a trip: a page that was kept goes on where a new one begins.
addEventListener('pageshow', ({persisted}) => void (persisted && live(true)));
void live(false);
