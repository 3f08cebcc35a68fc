/** What the administration API answers about a report: what the screens read. */
export interface PreviewedReport {
  readonly format: 'CSV' | 'XLSX';
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly columns: readonly { readonly number: number; readonly name: string }[];
  readonly rowCount: number;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly mapping: {
    readonly gympassIdColumn: number | null;
    readonly dateColumn: number | null;
    readonly dateOrder: DateOrderName;
    readonly source: 'CHOSEN' | 'REMEMBERED' | 'GUESSED';
  };
  readonly readable: {
    readonly count: number;
    readonly firstDay: string | null;
    readonly lastDay: string | null;
    readonly badRowCount: number;
  } | null;
}

export const DATE_ORDER_NAMES = ['DAY_FIRST', 'MONTH_FIRST'] as const;
export type DateOrderName = (typeof DATE_ORDER_NAMES)[number];

export const WHY_MISSING = [
  'NOT_LISTED',
  'LISTED_ON_ANOTHER_DAY',
  'VALIDATED_TWICE',
  'VALIDATED_LATER',
  'ERASED',
  'NOT_PAID_HERE',
  'PAID_AT_ANOTHER_GYM',
  'LISTED_TWICE',
  'PAID_ON_ANOTHER_DAY',
  'NO_CHECK_IN',
  'UNKNOWN_PERSON',
] as const;
export type WhyMissing = (typeof WHY_MISSING)[number];

export interface OurRow {
  readonly checkInId: string;
  readonly gympassId: string | null;
  readonly date: string;
  readonly customerId: number;
  readonly line: number | null;
  readonly why?: WhyMissing;
}

export interface TheirRow {
  readonly line: number;
  readonly gympassId: string;
  readonly date: string;
  readonly why: WhyMissing;
  readonly customerId: number | null;
  readonly checkIn: { readonly id: string } | null;
}

export interface ReportComparison {
  readonly both: readonly OurRow[];
  readonly onlyOurs: readonly OurRow[];
  readonly onlyWellhub: readonly TheirRow[];
  readonly badRows: readonly { readonly line: number; readonly reason: string }[];
}

export const LIST_NAMES = ['onlyOurs', 'onlyWellhub', 'both', 'badRows'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** A row of any list, as the screen shows it. */
export interface ComparedRow {
  readonly key: string;
  readonly line: number | null;
  readonly gympassId: string | null;
  readonly customerId: number | null;
  readonly date: string;
  readonly why: WhyMissing | undefined;
  readonly checkInId: string | undefined;
}

export const ourRow = (row: OurRow): ComparedRow => ({
  key: row.checkInId,
  line: row.line,
  gympassId: row.gympassId,
  customerId: row.customerId,
  date: row.date,
  why: row.why,
  checkInId: row.checkInId,
});

export const theirRow = (row: TheirRow): ComparedRow => ({
  key: String(row.line),
  line: row.line,
  gympassId: row.gympassId,
  customerId: row.customerId,
  date: row.date,
  why: row.why,
  checkInId: row.checkIn?.id,
});
