import type { ConsolePage } from '../frame/console-page.js';
import type { SectionName } from '../frame/frame-words.js';

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

/** Whose log the screens show: that of the partner at which one works, or what concerned none. */
export interface AuditHouse {
  readonly isOperator: boolean;
  readonly section: SectionName;
  /** Of the screens. */
  readonly path: string;
  /** Of the API: the entries, and the people who may have made them. */
  readonly list: (page: ConsolePage) => string;
  readonly people: (page: ConsolePage) => string;
  /** Subjects that it has. */
  readonly areas: readonly Area[];
}

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

export const PARTNER_AUDIT: AuditHouse = {
  isOperator: false,
  section: 'auditLog',
  path: '/console/audit-log',
  list: ({ partnerId }) => `partners/${partnerId}/audit-log`,
  people: ({ partnerId }) => `partners/${partnerId}/staff`,
  areas: Object.keys(AREAS) as Area[],
};

export const INSTALLATION_AUDIT: AuditHouse = {
  isOperator: true,
  section: 'installationAudit',
  path: '/console/operator/audit-log',
  list: () => 'installation/audit-log',
  people: () => 'installation/staff',
  areas: ['logIns', 'staff', 'alerts'],
};

export interface AuditLogFilter {
  /** Of a person of the staff. */
  readonly person: string;
  readonly area: Area | '';
  /** Days, in the partner's time zone. */
  readonly from: string;
  readonly to: string;
}

const NAMED = /^(operator )?(.*) \(staff [0-9a-f-]{36}\)$/;

/** `operator Ana Lima (staff 0199…)`: the name is what people read. A key is its name. */
export function actorText({ nobody, operator }: ActorWords, actor: string): string {
  if (actor === 'nobody') return nobody;
  if (actor === 'operator') return operator;
  const [, isOperator, name = actor] = NAMED.exec(actor) ?? [];
  return isOperator ? `${name} (${operator})` : name;
}

interface ActorWords {
  readonly nobody: string;
  readonly operator: string;
}
