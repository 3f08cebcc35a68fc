import type { ScanFigures } from '../today/today-numbers.js';

/** Check-ins by how they ended. */
export type CheckInFigures = Readonly<
  Record<'paid' | 'waiting' | 'atRisk' | 'expired' | 'canceled' | 'notFound' | 'rejected', number>
>;

export const lostOf = ({ expired, canceled, notFound, rejected }: CheckInFigures): number =>
  expired + canceled + notFound + rejected;

export const waitingOf = ({ waiting, atRisk }: CheckInFigures): number => waiting + atRisk;

export interface ReportFigures {
  readonly checkIns: CheckInFigures;
  readonly scans: ScanFigures;
  readonly visits: number;
  readonly inside: { readonly peak: number; readonly average: number };
}

export interface ReportItem extends ReportFigures {
  readonly key: string;
}

/** What happened, as the administration API answers. */
export interface PeriodReport {
  readonly items: readonly ReportItem[];
  readonly total: ReportFigures;
}

export const CHART_GROUPINGS = ['hour', 'weekday', 'month'] as const;
export type PeriodReports = Readonly<Record<(typeof CHART_GROUPINGS)[number], PeriodReport>>;

export const allOf = (checkIns: CheckInFigures): number =>
  checkIns.paid + waitingOf(checkIns) + lostOf(checkIns);

/** Of the check-ins that are decided, those that Wellhub should pay; null where none is. */
export function paidShareOf(checkIns: CheckInFigures): number | null {
  const decided = checkIns.paid + lostOf(checkIns);
  return decided === 0 ? null : checkIns.paid / decided;
}
