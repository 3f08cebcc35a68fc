import { ApiProperty } from '@nestjs/swagger';
import { Count } from '../reports/figures.dto.js';
import type { GymPeriod, TodayRow } from './today.repository.js';

const WELLHUB_STATES = ['OK', 'NOT_CONNECTED', 'CREDENTIALS_REFUSED', 'UNREACHABLE'] as const;
type WellhubState = (typeof WELLHUB_STATES)[number];

const MOST_GYMS = 200;
const MOST_ALERTS_SHOWN = 10;

export class GymTodayDto {
  @ApiProperty({ type: 'integer', format: 'int64' })
  gymId!: number;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  timeZone!: string;

  @Count('people inside')
  inside!: number;

  @ApiProperty({ enum: WELLHUB_STATES, description: 'whether Wellhub answers about this gym' })
  wellhub!: WellhubState;

  @ApiProperty({ type: Date, nullable: true, description: 'the last webhook about a check-in' })
  lastWebhookAt!: Date | null;

  /** Those in trouble first. */
  static listFrom(gyms: readonly GymPeriod[], rows: readonly TodayRow[]): GymTodayDto[] {
    const rowOf = (gymId: number, kind: TodayRow['kind']) =>
      rows.find((row) => row.kind === kind && row.gymId === gymId);
    const all = gyms.map(({ gymId, name, timeZone, isConnected }) => {
      const wellhub = rowOf(gymId, 'wellhub');
      return {
        gymId,
        name,
        timeZone,
        inside: rowOf(gymId, 'inside')?.n ?? 0,
        wellhub: isConnected
          ? ((wellhub?.key ?? 'OK') as WellhubState)
          : ('NOT_CONNECTED' as const),
        lastWebhookAt: wellhub?.at ?? null,
      };
    });
    const inTrouble = all.filter(
      ({ wellhub }) => wellhub === 'CREDENTIALS_REFUSED' || wellhub === 'UNREACHABLE',
    );
    return [...new Set([...inTrouble, ...all])].slice(0, MOST_GYMS);
  }
}

class AlertTodayDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'wellhub.credentials-refused' })
  code!: string;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  gymId!: number | null;

  @Count('how often it was raised while open')
  count!: number;

  @ApiProperty()
  lastAt!: Date;
}

export class AlertsTodayDto {
  @Count('open ones, 200 at most')
  open!: number;

  @ApiProperty({ type: [AlertTodayDto], description: 'the newest 10' })
  items!: AlertTodayDto[];

  /** @param gyms null: of all; an alert without a gym concerns each of them */
  static from(rows: readonly TodayRow[], gyms: ReadonlySet<number> | null): AlertsTodayDto {
    const open = rows.filter(
      ({ kind, gymId }) => kind === 'alert' && (!gyms || gymId === null || gyms.has(gymId)),
    );
    const items = open.slice(0, MOST_ALERTS_SHOWN).map(({ id, key, gymId, n, at }) => ({
      id: id ?? '',
      code: key ?? '',
      gymId,
      count: n,
      lastAt: at ?? new Date(0),
    }));
    return { open: open.length, items };
  }
}

/** Events on their way to the partner's own systems. */
export class DeliveriesTodayDto {
  @Count('not delivered yet, after at least one failed attempt')
  retrying!: number;

  @Count('given up within the last 24 hours')
  failed!: number;

  @Count('subscriptions that get no events any more')
  disabledSubscriptions!: number;

  static from(rows: readonly TodayRow[]): DeliveriesTodayDto {
    const n = (state: string) =>
      rows.find(({ kind, key }) => kind === 'deliveries' && key === state)?.n ?? 0;
    return {
      retrying: n('RETRYING'),
      failed: n('FAILED'),
      disabledSubscriptions: n('DISABLED'),
    };
  }
}
