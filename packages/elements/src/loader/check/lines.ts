import {frCheck as words} from '@ppgp/words';
import {isWell} from './endpoints.js';
import type {CheckReport} from './report.js';

/** A sentence, and whether somebody has something to do about it; undefined: good to know. */
export interface Line {
  text: string;
  isFine: boolean | undefined;
}

export interface Part {
  title: string;
  lines: Line[];
}

const fine = (text: string): Line => ({text, isFine: true});
const wrong = (text: string): Line => ({text, isFine: false});
const note = (text: string): Line => ({text, isFine: undefined});

function tagLines({tags}: CheckReport): Line[] {
  if (tags.length === 0) return [note(words.noTag)];
  return tags.flatMap((tag) => {
    const text = words.tag(tag);
    const isFine = tag.state === 'loading' ? undefined : tag.state === 'ready' && tag.code === undefined;
    const keepsNothing = tag.endpoint === undefined && !/^(ppgp-outbox|ppgp-results|a|div)$/.test(tag.tag);
    return [{text, isFine}, ...(keepsNothing ? [note(words.keepsNothing(tag))] : [])];
  });
}

function endpointLines({endpoints}: CheckReport): Line[] {
  return endpoints.flatMap((endpoint) => {
    const isForeign = endpoint.isForeign && endpoint.state === 'other';
    const isReached = isWell({...endpoint, campaigns: []});
    const line = {text: isForeign ? words.foreign(endpoint) : words.endpoint(endpoint), isFine: isReached};
    const marks = {known: true, unknown: false, unsaid: undefined};
    // What cannot be reached has been said already.
    const campaigns = isReached && !isForeign ? endpoint.campaigns : [];
    return [line, ...campaigns.map((campaign) => ({text: words.campaign(campaign), isFine: marks[campaign.state]}))];
  });
}

function storageLines({storage}: CheckReport): Line[] {
  const {works, error = '', isPrivate, persisted, usage, quota} = storage;
  const lines = [works ? fine(words.works) : wrong(words.storageFails({error}))];
  if (isPrivate) lines.push(note(words.private));
  if (works && persisted !== undefined) lines.push(note(persisted ? words.persisted : words.mayBeErased));
  if (usage !== undefined && quota !== undefined) lines.push(note(words.quota({usage, quota})));
  return lines;
}

function waitingLines({waiting}: CheckReport): Line[] {
  if (!waiting) return [note(words.unread)];
  const {pending, parked} = waiting;
  return [
    ...(pending > 0 || parked === 0 ? [note(words.pending({count: pending}))] : []),
    ...(parked > 0 ? [wrong(words.parked({count: parked}))] : []),
  ];
}

/** A report in French, part by part. */
export function partsOf(report: CheckReport): Part[] {
  const {policy, endpoints} = report;
  return [
    {title: words.library, lines: [note(words.version(report)), note(words.page(report))]},
    {title: words.tags, lines: tagLines(report)},
    {title: words.policy, lines: policy.length ? policy.map((one) => wrong(words.blocked(one))) : [fine(words.noBlocked)]},
    ...(endpoints.length > 0 ? [{title: words.endpoints, lines: endpointLines(report)}] : []),
    {title: words.storage, lines: storageLines(report)},
    {title: words.waiting, lines: waitingLines(report)},
  ];
}

/** « À corriger », « En ordre », « À savoir »: said in words, so that nothing hangs on a colour. */
export const markOf = ({isFine}: Line): string => (isFine === undefined ? words.note : isFine ? words.fine : words.wrong);

/** The same as plain text, for a message to whoever can help. */
export function asText(report: CheckReport): string {
  const parts = partsOf(report).map(({title, lines}) => [title, ...lines.map((line) => `- ${markOf(line)} : ${line.text}`)].join('\n'));
  return [words.title, words.verdict(report), '', parts.join('\n\n'), ''].join('\n');
}
