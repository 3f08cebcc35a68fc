import { invalid } from '../../platform/errors/request-errors.js';
import { Answer } from '../../platform/http/answer-fields.js';
import type { HistoryRequest, PastVisit } from '../history.repository.js';

/** What may stand in the query; everything else is ignored. */
export interface HistoryQuery {
  readonly fromDate?: unknown;
  readonly toDate?: unknown;
  readonly sliceSize?: unknown;
  readonly offset?: unknown;
}

const SLICE = 10;
const LARGEST_SLICE = 50;
const LONGEST_SPAN_DAYS = 365;
const DAY_MS = 86_400_000;

type Slice = Pick<HistoryRequest, 'fromDate' | 'toDate' | 'after' | 'limit'>;

/** @param now for the span up to today @throws request.invalid naming the parameter (O-39) */
export function readSlice(query: HistoryQuery, now: Date): Slice {
  const fromDate = readDate(query.fromDate, 'fromDate');
  const toDate = readDate(query.toDate, 'toDate');
  checkSpan(fromDate, toDate, now);
  return { fromDate, toDate, after: readOffset(query.offset), limit: readSize(query.sliceSize) };
}

function readDate(text: unknown, path: string): string | null {
  if (text === undefined) return null;
  const isDay = typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && isReal(text);
  if (!isDay) throw invalid({ path, detail: 'must be a date, YYYY-MM-DD' });
  return text;
}

/** `2026-02-30` is no day; PostgreSQL knows no year 0. */
function isReal(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day) && day >= '0001-01-01';
}

/** Without `toDate` the end is today somewhere on earth: a gym may be a day ahead of UTC. */
function checkSpan(fromDate: string | null, toDate: string | null, now: Date): void {
  if (fromDate === null) return;
  const end = toDate === null ? now.getTime() + DAY_MS / 2 : Date.parse(toDate);
  const days = (end - Date.parse(fromDate)) / DAY_MS;
  if (days < 0) throw invalid({ path: 'toDate', detail: 'must not be before fromDate' });
  if (Math.floor(days) > LONGEST_SPAN_DAYS)
    throw invalid({
      path: toDate === null ? 'fromDate' : 'toDate',
      detail: `must be at most ${LONGEST_SPAN_DAYS} days from the other date`,
    });
}

function readSize(text: unknown): number {
  if (text === undefined) return SLICE;
  const size = typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (size < 1 || size > LARGEST_SLICE)
    throw invalid({
      path: 'sliceSize',
      detail: `must be a whole number from 1 to ${LARGEST_SLICE}`,
    });
  return size;
}

function readOffset(text: unknown): number {
  if (text === undefined) return 0;
  const offset = typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(offset))
    throw invalid({ path: 'offset', detail: 'use a value that we returned as offset' });
  return offset;
}

export class PastVisitDto {
  @Answer.id() checkinId!: number;

  @Answer.instant('With the offset that the studio had')
  checkInDateTime!: string;

  @Answer.instant('Absent while the person is inside', { optional: true })
  checkOutDateTime?: string;

  @Answer.id() studioId!: number;
  @Answer.text() studioName!: string;

  static from(visit: PastVisit): PastVisitDto {
    return {
      checkinId: visit.id,
      checkInDateTime: `${visit.entered}${written(visit.enteredOffset)}`,
      ...(visit.left !== null && {
        checkOutDateTime: `${visit.left}${written(visit.leftOffset ?? 0)}`,
      }),
      studioId: visit.gymId,
      studioName: visit.gymName,
    };
  }
}

/** `open-api.md` 4.1. `visits` holds one more than the slice when there is another one. */
export class HistoryDto {
  @Answer.list(() => PastVisitDto, 'The oldest first')
  result!: PastVisitDto[];

  @Answer.text('The `offset` of the next slice')
  offset!: string;

  @Answer.flag() hasNext!: boolean;

  static from(visits: readonly PastVisit[], { after, limit }: Slice): HistoryDto {
    const shown = visits.slice(0, limit);
    return {
      result: shown.map(PastVisitDto.from),
      offset: String(shown.at(-1)?.id ?? after),
      hasNext: visits.length > limit,
    };
  }
}

/** Minutes ahead of UTC as ISO 8601 writes them: -180 → `-03:00`. */
function written(minutes: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
