import type { ReportedVisit } from './portal-report.js';

/** One of our validated check-ins. */
export interface ValidatedCheckIn {
  readonly id: string;
  /** Null once the person was erased. */
  readonly wellhubId: string | null;
  readonly customerId: number;
  /** Calendar day of the check-in at its gym. */
  readonly localDay: string;
  /** Calendar day of its validation there: another one shortly after midnight. */
  readonly validatedDay: string;
  readonly validatedAt: Date;
  readonly bookingNumber: string | null;
  readonly alreadyValidated: boolean;
  /** When it was validated, in microseconds since 1970: its place in a timeline. */
  readonly micros: number;
}

export interface Matched {
  readonly ours: ValidatedCheckIn;
  readonly theirs: ReportedVisit;
}

export interface Comparison {
  readonly both: Matched[];
  readonly onlyOurs: ValidatedCheckIn[];
  readonly onlyWellhub: ReportedVisit[];
}

/** Spreadsheets lose leading zeros, so they do not count here. */
export const reportedPerson = (wellhubId: string): string => wellhubId.replace(/^0+/, '');

const key = (wellhubId: string, day: string): string => `${reportedPerson(wellhubId)}/${day}`;

/**
 * Pairs each visit of theirs with one check-in of ours: same person, same day; two classes of a day need two.
 * First by the day of the check-in, what is left by the day of its validation.
 */
export function reconcile(
  ours: readonly ValidatedCheckIn[],
  theirs: readonly ReportedVisit[],
): Comparison {
  // One that was validated elsewhere is matched last: it may be the repeat of a visit that is listed already.
  const ordered = [...ours].sort((a, b) => Number(a.alreadyValidated) - Number(b.alreadyValidated));
  const first = pair(ordered, theirs, ({ localDay }) => localDay);
  const second = pair(first.onlyOurs, first.onlyWellhub, ({ validatedDay }) => validatedDay);
  const left = new Set(second.onlyOurs);
  return {
    both: [...first.both, ...second.both].sort((a, b) => a.theirs.line - b.theirs.line),
    onlyOurs: ours.filter((checkIn) => left.has(checkIn)),
    onlyWellhub: second.onlyWellhub,
  };
}

function pair(
  ours: readonly ValidatedCheckIn[],
  theirs: readonly ReportedVisit[],
  dayOf: (checkIn: ValidatedCheckIn) => string,
): Comparison {
  const waiting = new Map<string, ReportedVisit[]>();
  for (const visit of theirs) {
    const known = key(visit.wellhubId, visit.day);
    const same = waiting.get(known);
    if (same) same.push(visit);
    else waiting.set(known, [visit]);
  }
  const both: Matched[] = [];
  const onlyOurs: ValidatedCheckIn[] = [];
  for (const checkIn of ours) {
    const { wellhubId } = checkIn;
    const found = wellhubId === null ? [] : waiting.get(key(wellhubId, dayOf(checkIn)));
    const visit = found?.shift();
    if (visit) both.push({ ours: checkIn, theirs: visit });
    else onlyOurs.push(checkIn);
  }
  const taken = new Set(both.map(({ theirs: visit }) => visit));
  return { both, onlyOurs, onlyWellhub: theirs.filter((visit) => !taken.has(visit)) };
}
