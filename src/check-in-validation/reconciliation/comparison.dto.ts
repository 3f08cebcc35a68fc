import { Answer } from '../../platform/http/answer-fields.js';
import { writeCsv } from '../../platform/text/write-csv.js';
import { entryId, timelinePath } from '../../platform/http/timeline-entry.js';
import {
  BadRowDto,
  MatchedVisitDto,
  OnlyOursVisitDto,
  OnlyWellhubVisitDto,
} from './comparison-rows.dto.js';
import type { OursExplained, TheirsExplained } from './evidence.js';
import type { ExplainedComparison } from './reconciliation.js';
import type { ValidatedCheckIn } from './reconcile.js';
import {
  OUR_COLUMNS,
  ourCells,
  ValidatedCheckInDto,
  type ComparisonList,
} from './reconciliation.dto.js';

/** The check-in, whose it is and where their timeline has it: the evidence. */
const evidenceOf = (partnerId: string, row: ValidatedCheckIn) => {
  const timeline = timelinePath(partnerId, row.customerId);
  const entry = entryId({ micros: row.micros, kind: 'reconciliation', id: row.id });
  const checkIn = `/admin/v1/check-ins/${row.id}`;
  // The timeline of an erased person is gone.
  const links = row.wellhubId === null ? { checkIn } : { checkIn, entry: `${timeline}/${entry}` };
  return { customerId: row.customerId, links };
};

const onlyOurs = ({ ours, why, line }: OursExplained, partnerId: string): OnlyOursVisitDto => ({
  ...ValidatedCheckInDto.from(ours),
  why,
  line,
  ...evidenceOf(partnerId, ours),
});

function onlyWellhub(
  { theirs, why, checkIn, customerId }: TheirsExplained,
  partnerId: string,
): OnlyWellhubVisitDto {
  return {
    line: theirs.line,
    gympassId: theirs.wellhubId,
    date: theirs.day,
    why,
    customerId,
    checkIn: checkIn
      ? {
          id: checkIn.id,
          gymId: checkIn.gymId,
          date: checkIn.localDay,
          state: checkIn.state,
          lostBecause: checkIn.lostBecause,
        }
      : null,
    links: {
      ...(checkIn && { checkIn: `/admin/v1/check-ins/${checkIn.id}` }),
      ...(customerId !== null && { timeline: timelinePath(partnerId, customerId) }),
    },
  };
}

/** Four lists; with `list` only that one. */
export class ComparisonDto {
  @Answer.list(() => MatchedVisitDto, 'Both list them', { optional: true })
  both?: MatchedVisitDto[];

  @Answer.list(() => OnlyOursVisitDto, 'Money that may be missing', { optional: true })
  onlyOurs?: OnlyOursVisitDto[];

  @Answer.list(() => OnlyWellhubVisitDto, 'Visits that we do not know as paid', { optional: true })
  onlyWellhub?: OnlyWellhubVisitDto[];

  @Answer.list(() => BadRowDto, 'Lines that were not compared', { optional: true })
  badRows?: readonly BadRowDto[];

  /** @param list undefined: all four */
  static from(found: ExplainedComparison, partnerId: string, list?: ComparisonList): ComparisonDto {
    const lists = {
      both: found.both.map(({ ours, theirs }) => ({
        line: theirs.line,
        ...ValidatedCheckInDto.from(ours),
        ...evidenceOf(partnerId, ours),
      })),
      onlyOurs: found.onlyOurs.map((row) => onlyOurs(row, partnerId)),
      onlyWellhub: found.onlyWellhub.map((row) => onlyWellhub(row, partnerId)),
      badRows: found.badRows,
    };
    return list === undefined ? lists : { [list]: lists[list] };
  }
}

/** How each list is called in a CSV, and its rows; `line` is that of the report. */
const rowsOf = ({ both, onlyOurs, onlyWellhub, badRows }: ExplainedComparison) => ({
  both: both.map(({ ours, theirs }) => [
    'both',
    theirs.line,
    ...ourCells(ours),
    ours.customerId,
    null,
  ]),
  onlyOurs: onlyOurs.map(({ ours, why, line }) => [
    'only_ours',
    line,
    ...ourCells(ours),
    ours.customerId,
    why,
  ]),
  onlyWellhub: onlyWellhub.map(({ theirs, why, checkIn, customerId }) => [
    'only_wellhub',
    theirs.line,
    theirs.wellhubId,
    theirs.day,
    checkIn?.id,
    ...NOTHING.slice(3),
    customerId,
    why,
  ]),
  badRows: badRows.map(({ line, reason }) => ['bad_row', line, ...NOTHING, null, reason]),
});

const NOTHING: readonly null[] = OUR_COLUMNS.map(() => null);

/** One row per finding. @param list undefined: all four */
export function comparisonCsv(found: ExplainedComparison, list?: ComparisonList): string {
  const rows = rowsOf(found);
  const wanted = list === undefined ? Object.values(rows).flat() : rows[list];
  return writeCsv([['result', 'line', ...OUR_COLUMNS, 'customer_id', 'reason'], ...wanted]);
}
