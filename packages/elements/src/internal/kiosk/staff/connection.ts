import {SurveyError} from '@ppgp/schema';
import type {Connection} from '@ppgp/words';
import {destinationOf} from '../../context/outbox-around.js';
import {fetchJson} from '../../controllers/fetch-json.js';

/** Asks the collector that an element posts to what it accepts. Sends nothing of what waits. */
export async function connectionOf(element: Element): Promise<Connection> {
  const {endpoint} = destinationOf(element);
  if (!endpoint) return 'nowhere';
  try {
    const {protocol} = Object(await fetchJson(endpoint, new AbortController().signal)) as {protocol?: unknown};
    return Array.isArray(protocol) && protocol.includes('reponses/1') ? 'ours' : 'other';
  } catch (cause) {
    return cause instanceof SurveyError && cause.code === 'definition-invalid' ? 'other' : 'silent';
  }
}
