/** As the administration API shows it. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly source: string | null;
  readonly changes: Readonly<Record<string, unknown>> | null;
}

export interface AuditEntryPage {
  readonly items: readonly AuditEntry[];
  readonly nextCursor: string | null;
}

export interface ListedPerson {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

export const AUDIT_LOG = '/console/audit-log';

/** Parts of actions that belong together. */
export const AREAS = {
  logIns: 'log',
  staff: 'staff',
  keys: 'api-key',
  members: 'customer',
  gyms: '/gyms',
  doors: 'device',
  wellhub: 'wellhub',
  checkIns: 'check-in',
  bookings: 'booking',
  webhooks: 'webhook-subscription',
  alerts: 'alert',
} as const;
export type Area = keyof typeof AREAS;

export interface AuditLogFilter {
  /** Of a person of the staff. */
  readonly person: string;
  readonly area: Area | '';
  /** Days, in the partner's time zone. */
  readonly from: string;
  readonly to: string;
}

/** `Ana Lima (staff 0199…)`: the name is what people read. */
export const nameIn = (actor: string): string => actor.replace(/ \(staff [0-9a-f-]{36}\)$/, '');
