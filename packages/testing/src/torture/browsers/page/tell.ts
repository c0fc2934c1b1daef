import type {Order, Told} from './orders.js';

const {fetch} = globalThis;
const [visit, tab] = ['visit', 'tab'].map((name) => Number(new URLSearchParams(location.search).get(name)));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the host has answered: the engine's network may have died under the page. */
async function untilAnswered(path: string, init?: RequestInit): Promise<Response> {
  for (;;) {
    try {
      const reply = await fetch(path, init);
      if (reply.ok) return reply;
    } catch {
      // Asked again.
    }
    await pause(40);
  }
}

/** Tells the recorder outside the browser; the request leaves in the task of the call. Resolves when it is written down. */
export async function tell(told: Told): Promise<void> {
  await untilAnswered('/told', {method: 'POST', body: JSON.stringify({visit, tab, ...told})});
}

/** What to do next: the host answers when there is something. */
export async function nextOrder(): Promise<Order> {
  const reply = await untilAnswered(`/next?visit=${visit}&tab=${tab}`, {cache: 'no-store'});
  return (await reply.json()) as Order;
}
