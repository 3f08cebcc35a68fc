import type { Loss } from '../reasons/reason-words.js';

export type WellhubState = 'OK' | 'NOT_CONNECTED' | 'CREDENTIALS_REFUSED' | 'UNREACHABLE';

export interface MoneyFigures {
  readonly paid: number;
  readonly waiting: number;
  readonly atRisk: number;
  readonly lost: number;
  readonly losses: readonly { readonly reason: Loss; readonly count: number }[];
}

export interface ScanFigures {
  readonly admitted: number;
  readonly refused: number;
  readonly refusals: readonly { readonly reason: string; readonly count: number }[];
}

export interface DayNumbers {
  readonly inside: number;
  readonly checkIns: MoneyFigures;
  readonly scans: ScanFigures;
}

export interface GymNow {
  readonly gymId: number;
  readonly name: string;
  readonly timeZone: string;
  readonly inside: number;
  readonly wellhub: WellhubState;
  readonly lastWebhookAt: string | null;
}

/** What goes on now, as the administration API answers: null is what the person may not read. */
export interface TodayAnswer extends DayNumbers {
  readonly at: string;
  readonly timeZone: string | null;
  readonly soonestDeadlineAt: string | null;
  readonly yesterday: DayNumbers;
  readonly lastWeek: DayNumbers;
  readonly gyms: readonly GymNow[] | null;
  readonly alerts: { readonly open: number } | null;
  readonly deliveries: Readonly<
    Record<'retrying' | 'failed' | 'disabledSubscriptions', number>
  > | null;
}
