import {readItem, type Result} from '@ppgp/protocol';
import {done, failed, type Command, type CommandResult, type Tools} from './command.js';
import {ImportError, itemsIn} from './import-items.js';
import {takeIn} from './intake.js';

/** What one request to a running collector holds at most, so that it stays under the limit of any request. */
const PART = {items: 200, bytes: 300_000};
/** Refused answers named one by one. */
const NAMED = 20;

/** `import part`, as it travels: a list of items, whose results are the output. */
export async function importPart({text = '[]'}: Command, {store, clock}: Tools): Promise<CommandResult> {
  const items = JSON.parse(text) as unknown[];
  return done(JSON.stringify(await takeIn(store, items.map(readItem), clock.today())));
}

/** How many, of each thing that can become of an answer. */
interface Counts {
  stored: number;
  duplicate: number;
  refused: number;
}

/** Sends a file's answers part by part to whoever has the store: each is kept once, however often the file is imported. */
export async function importFile(
  {id: file = '', campaign}: Command,
  carry: (command: Command) => Promise<CommandResult>,
): Promise<CommandResult> {
  const counts: Counts = {stored: 0, duplicate: 0, refused: 0};
  const reasons: string[] = [];
  const refuse = (which: string, why: string): void => {
    counts.refused += 1;
    if (reasons.length < NAMED) reasons.push(`  ${which}: ${why}`);
  };
  let part: string[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    if (part.length === 0) return;
    const {output, exitCode} = await carry({name: 'import part', text: `[${part.join(',')}]`});
    if (exitCode !== 0) throw new ImportError(output);
    for (const result of JSON.parse(output) as Result[]) {
      if (result.status === 'stored' || result.status === 'duplicate') counts[result.status] += 1;
      else refuse(result.id || 'an answer without an id', reasonOf(result));
    }
    part = [];
    size = 0;
  };
  try {
    for await (const found of itemsIn(file, campaign)) {
      if ('unreadable' in found) {
        refuse(found.unreadable, 'cannot be read');
        continue;
      }
      const text = JSON.stringify(found.item);
      if (part.length === PART.items || size + text.length > PART.bytes) await send();
      part.push(text);
      size += text.length;
    }
    await send();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (counts.stored + counts.duplicate + counts.refused === 0) return failed(reason);
    return failed(`${reason}\nThe import stopped: ${sentence(counts)} Import the file again: nothing is stored twice.`);
  }
  const output = [sentence(counts), ...reasons, ...(counts.refused > NAMED ? ['  …'] : [])].join('\n');
  return counts.refused === 0 ? done(output) : failed(output);
}

function reasonOf({status, code}: Result): string {
  if (status === 'conflict') return 'conflict: another content is stored under this id';
  if (code === 'unknown-campaign') return 'unknown-campaign: register the campaign, or name it with --campaign, and import the file again';
  if (code === 'damaged') return 'damaged: its bytes do not match its hash';
  if (status === 'deferred') return 'not stored for now: import the file again';
  return code ?? status;
}

function sentence({stored, duplicate, refused}: Counts): string {
  const all = stored + duplicate + refused;
  return `${all} answer${all === 1 ? '' : 's'}: ${stored} stored, ${duplicate} stored already, ${refused} refused.`;
}
