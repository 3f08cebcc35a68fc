import { ApiProperty } from '@nestjs/swagger';
import { CalendarDate, OneOf, Text } from '../../platform/http/fields.js';
import { requireId } from '../../platform/http/parameters.js';
import { CheckInFiguresDto, Count, ScanFiguresDto, sum } from './figures.dto.js';
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
