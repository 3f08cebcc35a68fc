import { Answer } from '../../platform/http/answer-fields.js';
import { CalendarDate, OneOf, Text } from '../../platform/http/fields.js';
import { requireId } from '../../platform/http/parameters.js';
import { CheckInFiguresDto, ScanFiguresDto, sum } from './figures.dto.js';
import { GROUPINGS, keysOf, type Grouping } from './grouping.js';
import type { CountedInside, FiguresRequest } from './statistics.repository.js';
import type { Statistics } from './statistics.js';

export class StatisticsQuery {
  @CalendarDate({ description: 'First day, at the gym' })
  from!: string;

  @CalendarDate({ description: 'Last day, included; at most 400 days' })
  to!: string;

  @Text({ optional: true, max: 16, description: 'All gyms when absent' })
  gymId?: string;

  @OneOf(GROUPINGS, { optional: true, description: '`day` when absent' })
  by?: Grouping;

  toCommand(): FiguresRequest {
    const { from, to, by = 'day', gymId } = this;
    return { from, to, by, gymId: gymId === undefined ? null : requireId(gymId, 'gymId') };
  }
}

class InsideFiguresDto {
  @Answer.whole('most visits that were open within one hour')
  peak!: number;

  @Answer.decimal('visits that were open within an hour, on average')
  average!: number;

  static from(rows: readonly CountedInside[]): InsideFiguresDto {
    const hours = rows.reduce((all, row) => all + row.hours, 0);
    const total = rows.reduce((all, row) => all + row.total, 0);
    const average = hours === 0 ? 0 : Math.round((total / hours) * 100) / 100;
    return { peak: Math.max(0, ...rows.map(({ peak }) => peak)), average };
  }
}

class FiguresDto {
  @Answer.object(() => CheckInFiguresDto)
  checkIns!: CheckInFiguresDto;

  @Answer.object(() => ScanFiguresDto)
  scans!: ScanFiguresDto;

  @Answer.whole()
  visits!: number;

  @Answer.object(() => InsideFiguresDto)
  inside!: InsideFiguresDto;

  /** @param key undefined: of the whole period */
  static from({ figures }: Statistics, key?: string): FiguresDto {
    const of = <R extends { key: string }>(rows: readonly R[]) =>
      key === undefined ? rows : rows.filter((row) => row.key === key);
    return {
      checkIns: CheckInFiguresDto.from(of(figures.checkIns)),
      scans: ScanFiguresDto.from(of(figures.scans)),
      visits: sum(of(figures.visits)),
      inside: InsideFiguresDto.from(of(figures.inside)),
    };
  }
}

class KeyedFiguresDto extends FiguresDto {
  @Answer.text('`14` of hours, `1` (Monday) of weekdays', { example: '2026-10-31' })
  key!: string;
}

export class StatisticsDto {
  @Answer.date()
  from!: string;

  @Answer.date()
  to!: string;

  @Answer.oneOf(GROUPINGS)
  by!: Grouping;

  @Answer.id(undefined, { nullable: true })
  gymId!: number | null;

  @Answer.text('null: each gym by its own', { nullable: true })
  timeZone!: string | null;

  @Answer.list(() => KeyedFiguresDto)
  items!: KeyedFiguresDto[];

  @Answer.object(() => FiguresDto)
  total!: FiguresDto;

  static from(statistics: Statistics): StatisticsDto {
    const { request, timeZone } = statistics;
    const items = keysOf(request.by, request).map((key) => ({
      key,
      ...FiguresDto.from(statistics, key),
    }));
    return { ...request, timeZone, items, total: FiguresDto.from(statistics) };
  }
}
