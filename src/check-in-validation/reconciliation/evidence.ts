import type { Period, ReportedVisit } from './portal-report.js';
import { reportedPerson, type Comparison, type ValidatedCheckIn } from './reconcile.js';

/** Why Wellhub may not list what we validated. */
export const MISSING_THERE = [
  'ERASED',
  'LISTED_ON_ANOTHER_DAY',
  'VALIDATED_TWICE',
  'VALIDATED_LATER',
  'NOT_LISTED',
] as const;
export type MissingThere = (typeof MISSING_THERE)[number];

/** Why we have not validated what Wellhub lists. */
export const MISSING_HERE = [
  'LISTED_TWICE',
  'NOT_PAID_HERE',
  'PAID_ON_ANOTHER_DAY',
  'PAID_AT_ANOTHER_GYM',
  'NO_CHECK_IN',
  'UNKNOWN_PERSON',
] as const;
export type MissingHere = (typeof MISSING_HERE)[number];

/** A check-in of ours that speaks about a visit which only Wellhub lists. */
export interface RelatedCheckIn {
  readonly id: string;
  /** The Wellhub id without leading zeros. */
  readonly person: string;
  readonly gymId: number;
  readonly customerId: number;
  readonly state: string;
  readonly lostBecause: string | null;
  readonly localDay: string;
}

export interface OursExplained {
  readonly ours: ValidatedCheckIn;
  readonly why: MissingThere;
  /** Of the report, where it lists the person on another day. */
  readonly line: number | null;
}

export interface TheirsExplained {
  readonly theirs: ReportedVisit;
  readonly why: MissingHere;
  readonly checkIn: RelatedCheckIn | undefined;
  readonly customerId: number | null;
}

const DAY_MS = 86_400_000;
const daysBetween = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS;

export function explainOurs(found: Comparison, period: Period): OursExplained[] {
  const listed = byPerson(found.onlyWellhub, ({ wellhubId }) => reportedPerson(wellhubId));
  return found.onlyOurs.map((ours) => {
    const theirs = ours.wellhubId === null ? [] : listed.get(reportedPerson(ours.wellhubId));
    const near = theirs?.find(({ day }) => daysBetween(day, ours.localDay) === 1);
    return { ours, why: whyOurs(ours, near, period), line: near?.line ?? null };
  });
}

function byPerson<T>(rows: readonly T[], person: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const known = found.get(person(row));
    if (known) known.push(row);
    else found.set(person(row), [row]);
  }
  return found;
}

function whyOurs(
  { wellhubId, alreadyValidated, validatedDay }: ValidatedCheckIn,
  near: ReportedVisit | undefined,
  { to }: Period,
): MissingThere {
  if (wellhubId === null) return 'ERASED';
  if (near) return 'LISTED_ON_ANOTHER_DAY';
  if (alreadyValidated) return 'VALIDATED_TWICE';
  return validatedDay > to ? 'VALIDATED_LATER' : 'NOT_LISTED';
}

/** What is known here about the people that only Wellhub lists. */
export interface KnownHere {
  readonly checkIns: readonly RelatedCheckIn[];
  /** By the Wellhub id without leading zeros. */
  readonly customers: ReadonlyMap<string, number>;
}

export function explainTheirs(
  { onlyWellhub }: Comparison,
  { checkIns, customers }: KnownHere,
  gymId: number,
): TheirsExplained[] {
  const known = byPerson(checkIns, ({ person }) => person);
  return onlyWellhub.map((theirs) => {
    const person = reportedPerson(theirs.wellhubId);
    const best = strongest(known.get(person) ?? [], theirs, gymId);
    const customerId = best?.checkIn.customerId ?? customers.get(person) ?? null;
    const otherwise = customerId === null ? 'UNKNOWN_PERSON' : 'NO_CHECK_IN';
    return { theirs, why: best?.why ?? otherwise, checkIn: best?.checkIn, customerId };
  });
}

function strongest(checkIns: readonly RelatedCheckIn[], theirs: ReportedVisit, gymId: number) {
  const found = checkIns.flatMap((checkIn) => {
    const why = whyTheirs(checkIn, theirs, gymId);
    return why === undefined ? [] : [{ checkIn, why }];
  });
  return found.sort((a, b) => RANK.indexOf(a.why) - RANK.indexOf(b.why))[0];
}

/** The strongest first. */
const RANK: readonly MissingHere[] = [
  'NOT_PAID_HERE',
  'PAID_AT_ANOTHER_GYM',
  'LISTED_TWICE',
  'PAID_ON_ANOTHER_DAY',
];

function whyTheirs(
  { gymId, state, localDay }: RelatedCheckIn,
  { day }: ReportedVisit,
  ownGym: number,
): MissingHere | undefined {
  const isPaid = state === 'VALIDATED';
  if (daysBetween(day, localDay) > 1) return undefined;
  if (gymId !== ownGym) return isPaid && day === localDay ? 'PAID_AT_ANOTHER_GYM' : undefined;
  if (!isPaid) return day === localDay ? 'NOT_PAID_HERE' : undefined;
  return day === localDay ? 'LISTED_TWICE' : 'PAID_ON_ANOTHER_DAY';
}
