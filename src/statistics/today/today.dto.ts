import { ApiProperty } from '@nestjs/swagger';
import { mayRead } from '../../partner-auth/index.js';
import { Text } from '../../platform/http/fields.js';
import { requireId } from '../../platform/http/parameters.js';
import { MoneyFiguresDto, Count, ScanFiguresDto } from '../reports/figures.dto.js';
import { AlertsTodayDto, DeliveriesTodayDto, GymTodayDto } from './today-health.dto.js';
import { LAST_WEEK, TODAY, YESTERDAY, type TodayRow } from './today.repository.js';
import { gymsSeen, type TodayNumbers, type TodayReader } from './today.js';

export class TodayQuery {
  @Text({ optional: true, max: 16, description: 'All gyms when absent' })
  gymId?: string;

  gym(): number | null {
    return this.gymId === undefined ? null : requireId(this.gymId, 'gymId');
  }
}

class DayFiguresDto {
  @Count('people inside')
  inside!: number;

  @ApiProperty({ type: MoneyFiguresDto })
  checkIns!: MoneyFiguresDto;

  @ApiProperty({ type: ScanFiguresDto })
  scans!: ScanFiguresDto;

  static ofDay(rows: readonly TodayRow[], ago: number): DayFiguresDto {
    const of = (kind: TodayRow['kind']) =>
      rows
        .filter((row) => row.kind === kind && row.ago === ago)
        .map(({ key, n }) => ({ result: key ?? '', count: n }));
    return {
      inside: of('inside').reduce((all, { count }) => all + count, 0),
      checkIns: MoneyFiguresDto.from(of('check-ins')),
      scans: ScanFiguresDto.from(of('scans')),
    };
  }
}

/** `admin-api.md`, "Today". */
export class TodayDto extends DayFiguresDto {
  @ApiProperty({ description: 'when this was so' })
  at!: Date;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  gymId!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'null: each gym by its own' })
  timeZone!: string | null;

  @ApiProperty({ type: Date, nullable: true, description: 'when the next check-in is lost' })
  soonestDeadlineAt!: Date | null;

  @ApiProperty({ type: DayFiguresDto, description: 'until the same hour' })
  yesterday!: DayFiguresDto;

  @ApiProperty({ type: DayFiguresDto, description: 'the same weekday, until the same hour' })
  lastWeek!: DayFiguresDto;

  @ApiProperty({ type: [GymTodayDto], nullable: true, description: 'null without `STUDIO_READ`' })
  gyms!: GymTodayDto[] | null;

  @ApiProperty({
    type: AlertsTodayDto,
    nullable: true,
    description: 'null without `PARTNER_ADMIN`',
  })
  alerts!: AlertsTodayDto | null;

  @ApiProperty({
    type: DeliveriesTodayDto,
    nullable: true,
    description: 'null without `WEBHOOK_READ`, and to keys of one gym',
  })
  deliveries!: DeliveriesTodayDto | null;

  /** What the caller's scopes read elsewhere, and no more. @throws gym.not-found */
  static from(numbers: TodayNumbers, reader: TodayReader): TodayDto {
    const { caller, gymId } = reader;
    const gyms = gymsSeen(numbers, reader);
    const ids = new Set(gyms.map((gym) => gym.gymId));
    const ofThem = (rows: readonly TodayRow[]) => rows.filter((row) => ids.has(row.gymId ?? 0));
    const [rows, past] = [ofThem(numbers.rows), ofThem(numbers.past)];
    const zones = new Set(gyms.map(({ timeZone }) => timeZone));
    const isWholePartner = caller.gymId === undefined;
    return {
      at: numbers.rows.find(({ kind }) => kind === 'read')?.at ?? new Date(0),
      gymId: gymId ?? caller.gymId ?? null,
      timeZone: zones.size === 1 ? ([...zones][0] ?? null) : null,
      ...DayFiguresDto.ofDay(rows, TODAY),
      soonestDeadlineAt: soonestOf(rows),
      yesterday: DayFiguresDto.ofDay(past, YESTERDAY),
      lastWeek: DayFiguresDto.ofDay(past, LAST_WEEK),
      gyms: mayRead(caller, 'STUDIO_READ') ? GymTodayDto.listFrom(gyms, rows) : null,
      alerts: mayRead(caller, 'PARTNER_ADMIN')
        ? AlertsTodayDto.from(numbers.rows, gymId === null ? null : ids)
        : null,
      deliveries:
        isWholePartner && mayRead(caller, 'WEBHOOK_READ')
          ? DeliveriesTodayDto.from(numbers.rows)
          : null,
    };
  }
}

function soonestOf(rows: readonly TodayRow[]): Date | null {
  const times = rows.flatMap(({ kind, at }) => (kind === 'deadline' && at ? [at.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
