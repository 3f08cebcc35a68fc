import type { GymFacts, Mark, MarkedItem, StaffFacts } from './go-live.repository.js';

export const GO_LIVE_KEYS = [
  'SECRETS',
  'CONNECTION',
  'URLS',
  'WEBHOOKS',
  'FIRST_CHECK_IN',
  'DOORS',
  'MAIL',
  'SECOND_FACTOR',
  'BACKUPS',
] as const;
export type GoLiveKey = (typeof GO_LIVE_KEYS)[number];

export type GoLiveState = 'DONE' | 'MISSING' | 'UNKNOWN';

/** What an item says about one gym. */
export interface GoLiveGym {
  readonly gymId: number;
  readonly name: string;
  readonly state: GoLiveState;
  readonly result: string | null;
  readonly at: Date | null;
}

/** One thing to do before the first member comes. */
export interface GoLiveItem {
  readonly key: GoLiveKey;
  readonly state: GoLiveState;
  /** When it was seen, told or tried last. */
  readonly at: Date | null;
  /** Who told or tried it. */
  readonly by: string | null;
  /** How many are concerned, where that is counted. */
  readonly missing: number | null;
  readonly gyms: readonly GoLiveGym[];
}

/** Everything that is known of a partner's readiness. */
export interface GoLiveFacts {
  readonly gyms: readonly GymFacts[];
  readonly staff: StaffFacts;
  readonly marks: readonly Mark[];
  readonly canMail: boolean;
}

export const goLiveItems = (facts: GoLiveFacts): GoLiveItem[] => [
  ofGyms('SECRETS', facts, (gym) => ({
    state: gym.hasWellhubId && gym.hasToken && gym.hasSecret ? 'DONE' : 'MISSING',
    result: lacking(gym),
  })),
  ofGyms('CONNECTION', facts, ({ testResult: result, testedAt: at }) => ({
    state: result === null ? 'UNKNOWN' : doneIf(result === 'OK'),
    result,
    at,
  })),
  // Whether they stand in Wellhub's portal shows only what comes from there.
  item('URLS', hasCome(facts) ? 'DONE' : 'UNKNOWN'),
  ofGyms('WEBHOOKS', facts, ({ lastCheckInAt: at }) => ({
    state: at === null ? 'UNKNOWN' : 'DONE',
    at,
  })),
  ofGyms('FIRST_CHECK_IN', facts, ({ lastCheckInAt: at }) => ({ state: doneIf(at !== null), at })),
  ofGyms('DOORS', facts, ({ doors }) => ({ state: doneIf(doors > 0) })),
  facts.canMail ? marked('MAIL', facts, 'UNKNOWN') : item('MAIL', 'MISSING'),
  item('SECOND_FACTOR', doneIf(facts.staff.people > 0 && facts.staff.without === 0), {
    missing: facts.staff.without,
  }),
  marked('BACKUPS', facts, 'MISSING'),
];

const doneIf = (isDone: boolean): GoLiveState => (isDone ? 'DONE' : 'MISSING');

const hasCome = ({ gyms }: GoLiveFacts): boolean =>
  gyms.some(({ lastCheckInAt }) => lastCheckInAt !== null);

const NOTHING = { at: null, by: null, missing: null, gyms: [] };

const item = (
  key: GoLiveKey,
  state: GoLiveState,
  more: Partial<Omit<GoLiveItem, 'key' | 'state'>> = {},
): GoLiveItem => ({ key, state, ...NOTHING, ...more });

function marked(key: MarkedItem, { marks }: GoLiveFacts, otherwise: GoLiveState): GoLiveItem {
  const mark = marks.find((one) => one.item === key);
  return mark ? item(key, doneIf(mark.isGood), { at: mark.at, by: mark.by }) : item(key, otherwise);
}

/** Done when it is done at every gym; what is missing at one is missing. */
function ofGyms(
  key: GoLiveKey,
  { gyms }: GoLiveFacts,
  look: (gym: GymFacts) => Pick<GoLiveGym, 'state'> & Partial<GoLiveGym>,
): GoLiveItem {
  const found = gyms.map((gym) => {
    const { gymId, name } = gym;
    return { gymId, name, result: null, at: null, ...look(gym) };
  });
  const missing = found.filter(({ state }) => state !== 'DONE').length;
  const isUnknown = found.every(({ state }) => state !== 'MISSING');
  if (missing === 0) return item(key, doneIf(found.length > 0), { missing, gyms: found });
  return item(key, isUnknown ? 'UNKNOWN' : 'MISSING', { missing, gyms: found });
}

/** The field that is absent first. */
function lacking({ hasWellhubId, hasToken, hasSecret }: GymFacts): string | null {
  if (!hasWellhubId) return 'wellhubGymId';
  if (!hasToken) return 'accessToken';
  return hasSecret ? null : 'webhookSecret';
}
