import type {Campaign, Day} from '@ppgp/schema';

/** Whether a campaign's answers are asked for; an archived one is out of sight, and its figures can still be read. */
export type CampaignState = 'planned' | 'open' | 'closed' | 'archived';

/** What can be done to a campaign by a word. */
export const STEPS = ['open', 'close', 'archive'] as const;
export type LifecycleStep = (typeof STEPS)[number];

/** The name of the note that says since when a campaign is archived. */
export const ARCHIVED = 'archived';

const MS_PER_DAY = 86_400_000;

/** A day some days after another; before it where they are negative. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);

/** The settings a campaign goes by; its own win over its definition's. */
function settingsOf({definition, opens, closes}: Campaign): {opens: Day | undefined; closes: Day | undefined} {
  const defaults: Pick<Campaign, 'opens' | 'closes'> = 'instrument' in definition ? {} : definition;
  return {opens: opens ?? defaults.opens, closes: closes ?? defaults.closes};
}

export function stateOf(campaign: Campaign, {today, isArchived}: {today: Day; isArchived: boolean}): CampaignState {
  const {opens, closes} = settingsOf(campaign);
  if (isArchived) return 'archived';
  if (closes !== undefined && today > closes) return 'closed';
  return opens !== undefined && today < opens ? 'planned' : 'open';
}

/**
 * A campaign as it is after a step. Days are days: a campaign that is closed was last open yesterday, so that pages stop asking
 * at once; what still arrives is stored, flagged `late`. One that is opened again has no last day until it is given one.
 */
export function stepped(campaign: Campaign, step: LifecycleStep, today: Day): Campaign {
  const {opens, closes} = settingsOf(campaign);
  const {opens: _opens, closes: _closes, ...rest} = campaign;
  const asked = (days: {opens?: Day | undefined; closes?: Day | undefined}): Campaign => ({
    ...rest,
    ...(days.opens === undefined ? {} : {opens: days.opens}),
    ...(days.closes === undefined ? {} : {closes: days.closes}),
  });
  if (step === 'open') {
    const last = closes !== undefined && closes >= today ? closes : undefined;
    // Where the definition has a last day of its own, saying nothing would bring it back.
    return asked({opens: earlier(opens, today), closes: last ?? (hasOwnLastDay(campaign) ? FAR : undefined)});
  }
  const last = earlier(closes, dayAfter(today, -1)) ?? dayAfter(today, -1);
  return asked({opens: earlier(opens, last), closes: last});
}

const earlier = (day: Day | undefined, other: Day): Day | undefined => (day !== undefined && day > other ? other : day);
const hasOwnLastDay = ({definition}: Campaign): boolean => !('instrument' in definition) && definition.closes !== undefined;

/** No last day, where one must be said. */
const FAR: Day = '9999-12-31';
