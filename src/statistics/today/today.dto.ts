import { Answer } from '../../platform/http/answer-fields.js';
import { mayRead } from '../../partner-auth/index.js';
import { Text } from '../../platform/http/fields.js';
import { requireId } from '../../platform/http/parameters.js';
import { MoneyFiguresDto, ScanFiguresDto } from '../reports/figures.dto.js';
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
  @Answer.whole('people inside')
  inside!: number;

  @Answer.object(() => MoneyFiguresDto)
  checkIns!: MoneyFiguresDto;

  @Answer.object(() => ScanFiguresDto)
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
  @Answer.instant('when this was so')
  at!: Date;

  @Answer.id(undefined, { nullable: true })
  gymId!: number | null;

  @Answer.text('null: each gym by its own', { nullable: true })
  timeZone!: string | null;

  @Answer.instant('when the next check-in is lost', { nullable: true })
  soonestDeadlineAt!: Date | null;

  @Answer.object(() => DayFiguresDto, 'until the same hour')
  yesterday!: DayFiguresDto;

  @Answer.object(() => DayFiguresDto, 'the same weekday, until the same hour')
  lastWeek!: DayFiguresDto;

  @Answer.list(() => GymTodayDto, 'null without `STUDIO_READ`', { nullable: true })
  gyms!: GymTodayDto[] | null;

  @Answer.object(() => AlertsTodayDto, 'null without `PARTNER_ADMIN`', { nullable: true })
  alerts!: AlertsTodayDto | null;

  @Answer.object(() => DeliveriesTodayDto, 'null without `WEBHOOK_READ`, and to keys of one gym', {
    nullable: true,
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
