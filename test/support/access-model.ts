/** The rules of `access-rules.md` sections 2 to 4 as a small model of its own: it knows nothing of windows or SQL. */

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export interface ModelRule {
  readonly effect: 'ALLOW' | 'DENY';
  readonly when: {
    days?: string[];
    from?: string;
    to?: string;
    dateFrom?: string;
    dateTo?: string;
  } | null;
  readonly who: {
    rights?: string[];
    membershipIds?: number[];
    wellhubPlans?: string[];
    wellhubProducts?: string[];
    minAge?: number;
    maxAge?: number;
  } | null;
  readonly deviceIds: number[] | null;
}

export interface ModelPerson {
  readonly membershipIds: number[];
  readonly born: string | undefined;
  readonly plan: string | undefined;
  /** The product of a good check-in. */
  readonly product: string | undefined;
  readonly isGuest: boolean;
  readonly isStaff: boolean;
}

interface Moment {
  readonly date: string;
  readonly minute: number;
}

interface Candidate {
  readonly right: 'CONTRACT' | 'WELLHUB' | 'GUEST';
  readonly product: string;
}

/** The wall clock of the zone. */
export function wallClock(at: Date, timeZone: string): Moment {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [date = '', time = ''] = format.format(at).split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { date, minute: hours * 60 + minutes };
}

const dayOf = (date: string) => DAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] as string;
const dayBefore = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const minuteOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

function timeFits({ when }: ModelRule, { date, minute }: Moment): boolean {
  if (!when) return true;
  const begins = (day: string) =>
    (!when.days || when.days.includes(dayOf(day))) &&
    (!when.dateFrom || day >= when.dateFrom) &&
    (!when.dateTo || day <= when.dateTo);
  const from = minuteOf(when.from ?? '00:00');
  const to = minuteOf(when.to ?? '24:00');
  if (from < to) return begins(date) && from <= minute && minute < to;
  return (begins(date) && minute >= from) || (begins(dayBefore(date)) && minute < to);
}

const ageOn = (date: string, born: string) =>
  Number(date.slice(0, 4)) - Number(born.slice(0, 4)) - (date.slice(5) < born.slice(5) ? 1 : 0);

function personFits({ who }: ModelRule, candidate: Candidate, person: ModelPerson, date: string) {
  const { rights, membershipIds, wellhubPlans, wellhubProducts } = who ?? {};
  const holds = (list: readonly string[] | undefined, value: string) =>
    !list || (candidate.right === 'WELLHUB' && list.includes(value));
  const isMember =
    !membershipIds ||
    (candidate.right === 'CONTRACT' &&
      membershipIds.some((id) => person.membershipIds.includes(id)));
  return (
    (!rights || rights.includes(candidate.right)) &&
    isMember &&
    holds(wellhubPlans, person.plan ?? 'unknown') &&
    holds(wellhubProducts, candidate.product) &&
    ageFits(who ?? {}, person.born === undefined ? undefined : ageOn(date, person.born))
  );
}

/** An unknown age fits no rule that names one. */
function ageFits({ minAge, maxAge }: NonNullable<ModelRule['who']>, age: number | undefined) {
  if (minAge === undefined && maxAge === undefined) return true;
  return age !== undefined && age >= (minAge ?? 0) && age <= (maxAge ?? 200);
}

const doorFits = ({ deviceIds }: ModelRule, device: number | undefined) =>
  !deviceIds || (device !== undefined && deviceIds.includes(device));

export interface Modelled {
  readonly result: string;
  readonly right: string | null;
  /** Its place in the list. */
  readonly rule: number | null;
}

export interface ModelledEntry {
  readonly rules: readonly ModelRule[];
  readonly outsideRules: 'ALLOW' | 'DENY';
  readonly person: ModelPerson;
  readonly device: number | undefined;
  readonly moment: Moment;
}

export function decideByModel(entry: ModelledEntry): Modelled {
  const { rules, outsideRules, person, device, moment } = entry;
  if (person.isStaff) return { result: 'OPEN', right: 'STAFF', rule: null };
  const candidates: Candidate[] = [];
  if (person.membershipIds.length > 0) candidates.push({ right: 'CONTRACT', product: '' });
  if (person.product !== undefined) candidates.push({ right: 'WELLHUB', product: person.product });
  if (person.isGuest) candidates.push({ right: 'GUEST', product: '' });
  const decided = candidates.map((candidate) => {
    const rule = rules.findIndex(
      (one) =>
        timeFits(one, moment) &&
        doorFits(one, device) &&
        personFits(one, candidate, person, moment.date),
    );
    return { candidate, rule, effect: rules[rule]?.effect ?? outsideRules };
  });
  const [first] = decided;
  if (!first) return { result: 'CONTRACT_REQUIRED', right: null, rule: null };
  const allowed = decided.find(({ effect }) => effect === 'ALLOW');
  const used = allowed ?? first;
  const right = used.candidate.right;
  const rule = used.rule < 0 ? null : used.rule;
  return { result: allowed ? 'OPEN' : refusal(entry, first.candidate, rule), right, rule };
}

function refusal(
  { rules, person, device, moment }: ModelledEntry,
  candidate: Candidate,
  rule: number | null,
): string {
  if (rule !== null) {
    const { when, deviceIds, who } = rules[rule] as ModelRule;
    if (when) return 'ACCESS_OUTSIDE_HOURS';
    if (deviceIds) return 'ACCESS_DOOR_NOT_INCLUDED';
    const namesAge = who?.minAge !== undefined || who?.maxAge !== undefined;
    return namesAge ? 'ACCESS_AGE' : 'ACCESS_PLAN_NOT_INCLUDED';
  }
  const near = rules.filter(
    (one) => one.effect === 'ALLOW' && personFits(one, candidate, person, moment.date),
  );
  if (near.some((one) => doorFits(one, device))) return 'ACCESS_OUTSIDE_HOURS';
  if (near.some((one) => timeFits(one, moment))) return 'ACCESS_DOOR_NOT_INCLUDED';
  return 'ACCESS_PLAN_NOT_INCLUDED';
}
