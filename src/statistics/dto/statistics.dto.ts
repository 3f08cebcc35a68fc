import { ApiProperty } from '@nestjs/swagger';
import { CalendarDate, OneOf, Text } from '../../platform/http/fields.js';
import { requireId } from '../../platform/http/parameters.js';
import { GROUPINGS, keysOf, type Grouping } from '../grouping.js';
import type { CountedInside, CountedResult, FiguresRequest } from '../statistics.repository.js';
import type { Statistics } from '../statistics.js';

const Count = (description?: string) =>
  ApiProperty({ type: 'integer', ...(description && { description }) });

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

class CheckInFiguresDto {
  @Count('validated: Wellhub should pay')
  paid!: number;

  @Count()
  waiting!: number;

  @Count('waiting, and half of the time to validate has passed')
  atRisk!: number;

  @Count()
  expired!: number;

  @Count()
  canceled!: number;

  @Count()
  notFound!: number;

  @Count()
  rejected!: number;

  static from(rows: readonly CountedResult[]): CheckInFiguresDto {
    const count = (result: string) => sum(rows.filter((row) => row.result === result));
    return {
      paid: count('PAID'),
      waiting: count('WAITING'),
      atRisk: count('AT_RISK'),
      expired: count('EXPIRED'),
      canceled: count('CANCELED'),
      notFound: count('NOT_FOUND'),
      rejected: count('REJECTED'),
    };
  }
}

class RefusalsDto {
  @ApiProperty({ example: 'ACCESS_CODE_EXPIRED' })
  reason!: string;

  @Count()
  count!: number;
}

const ADMITTED = ['OPEN', 'REPEAT'];

class ScanFiguresDto {
  @Count()
  admitted!: number;

  @Count()
  refused!: number;

  @ApiProperty({ type: [RefusalsDto], description: 'The most frequent first' })
  refusals!: RefusalsDto[];

  static from(rows: readonly CountedResult[]): ScanFiguresDto {
    const refused = rows.filter(({ result }) => !ADMITTED.includes(result));
    const reasons = [...new Set(refused.map(({ result }) => result))];
    const refusals = reasons.map((reason) => ({
      reason,
      count: sum(refused.filter(({ result }) => result === reason)),
    }));
    return {
      admitted: sum(rows) - sum(refused),
      refused: sum(refused),
      refusals: refusals.toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    };
  }
}

class InsideFiguresDto {
  @Count('most visits that were open within one hour')
  peak!: number;

  @ApiProperty({ description: 'visits that were open within an hour, on average' })
  average!: number;

  static from(rows: readonly CountedInside[]): InsideFiguresDto {
    const hours = rows.reduce((all, row) => all + row.hours, 0);
    const total = rows.reduce((all, row) => all + row.total, 0);
    const average = hours === 0 ? 0 : Math.round((total / hours) * 100) / 100;
    return { peak: Math.max(0, ...rows.map(({ peak }) => peak)), average };
  }
}

class FiguresDto {
  @ApiProperty({ type: CheckInFiguresDto })
  checkIns!: CheckInFiguresDto;

  @ApiProperty({ type: ScanFiguresDto })
  scans!: ScanFiguresDto;

  @Count()
  visits!: number;

  @ApiProperty({ type: InsideFiguresDto })
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
  @ApiProperty({ example: '2026-10-31', description: '`14` of hours, `1` (Monday) of weekdays' })
  key!: string;
}

export class StatisticsDto {
  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  @ApiProperty({ enum: GROUPINGS })
  by!: Grouping;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  gymId!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'null: each gym by its own' })
  timeZone!: string | null;

  @ApiProperty({ type: [KeyedFiguresDto] })
  items!: KeyedFiguresDto[];

  @ApiProperty({ type: FiguresDto })
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

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((all, { count }) => all + count, 0);
