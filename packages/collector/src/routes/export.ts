import type {Id} from '@ppgp/schema';
import type {Handler} from 'hono';
import type {Access} from '../access.js';
import {definitionsOf, type Definitions} from '../definitions.js';
import type {Dependencies} from '../dependencies.js';
import {readStored} from '../reading.js';
import {Refusal} from '../refusal.js';
import type {AnswerStore, WholeAnswer} from '../store/answer-store.js';

/** Answers read from the store at a time. */
const PAGE = 500;

// A mark at the beginning is part of the bytes.
const utf8 = new TextDecoder('utf-8', {ignoreBOM: true});

/** One stored answer on a line. What was sealed stays so; what is needed to open it stands beside it. */
function lineOf(answer: WholeAnswer, definitions: Definitions): string {
  const {id, day, version, kind, payload, enc, keyId} = answer;
  const isSealed = kind === 'sealed';
  const flags = isSealed ? [] : readStored(answer, definitions).flags;
  const text = isSealed ? Buffer.from(payload).toString('base64url') : utf8.decode(payload);
  return `${JSON.stringify({id, day, version, kind, flags, payload: text, ...(isSealed ? {enc, keyId} : {})})}\n`;
}

/** All of a campaign's answers, oldest first; a page is read when the one before it was taken. */
async function* linesOf(store: AnswerStore, campaign: Id, definitions: Definitions): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  let last = 0;
  for (;;) {
    const answers = await store.wholeAnswers(campaign, last, PAGE);
    last = answers.at(-1)?.row ?? last;
    if (answers.length > 0) yield encoder.encode(answers.map((answer) => lineOf(answer, definitions)).join(''));
    if (answers.length < PAGE) return undefined;
  }
}

/** `GET /v1/campaigns/{id}/export.ndjson`: every stored answer, one a line, and nothing else. */
export const exportLines =
  ({store}: Dependencies, access: Access): Handler =>
  async (context) => {
    const id = context.req.param('id') ?? '';
    await access.require(context, id, 'export', 'export');
    const registered = await store.campaign(id);
    if (registered === undefined) throw new Refusal('unknown-campaign');
    const lines = linesOf(store, id, await definitionsOf(store, registered.campaign));
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = await lines.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
    });
    return context.body(body, 200, {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="${id}.ndjson"`,
    });
  };
