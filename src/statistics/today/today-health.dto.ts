import { Answer } from '../../platform/http/answer-fields.js';
import { WELLHUB_REACH, type WellhubReach } from '../reports/wellhub-reach.js';
import type { GymPeriod, TodayRow } from './today.repository.js';

const MOST_GYMS = 200;
const MOST_ALERTS_SHOWN = 10;

export class GymTodayDto {
  @Answer.id()
  gymId!: number;

  @Answer.text()
  name!: string;

  @Answer.text()
  timeZone!: string;

  @Answer.whole('people inside')
  inside!: number;

  @Answer.oneOf(WELLHUB_REACH, 'whether Wellhub answers about this gym')
  wellhub!: WellhubReach;

  @Answer.instant('the last webhook about a check-in', { nullable: true })
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
          ? ((wellhub?.key ?? 'OK') as WellhubReach)
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
  @Answer.uuid()
  id!: string;

  @Answer.text(undefined, { example: 'wellhub.credentials-refused' })
  code!: string;

  @Answer.id(undefined, { nullable: true })
  gymId!: number | null;

  @Answer.whole('how often it was raised while open')
  count!: number;

  @Answer.instant()
  lastAt!: Date;
}

export class AlertsTodayDto {
  @Answer.whole('open ones, 200 at most')
  open!: number;

  @Answer.list(() => AlertTodayDto, 'the newest 10')
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
  @Answer.whole('not delivered yet, after at least one failed attempt')
  retrying!: number;

  @Answer.whole('given up within the last 24 hours')
  failed!: number;

  @Answer.whole('subscriptions that get no events any more')
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
