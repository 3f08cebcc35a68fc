import type { AlertCode } from '../../alert-notifications/index.js';
import type { Scope } from '../../platform/http/declarations.js';
import { ACCESS_WORDS } from '../access-rules/access-words.js';
import { CHECK_INS_PATH } from '../check-ins/check-ins-screen.js';
import { DEVELOPERS_WORDS } from '../developers/developers-words.js';
import { DEVELOPERS } from '../developers/shared.js';
import { DOORS_WORDS } from '../doors/doors-words.js';
import type { ConsolePage } from '../frame/console-page.js';
import { MEMBERS } from '../frame/people.js';
import { INSIDE_SCREEN } from '../inside/inside-screen.js';
import { DESK } from '../layout/desk-context.js';
import { MISSING_WEBHOOKS } from '../missing-webhooks/missing-webhooks-screen.js';
import { MISSING_WORDS } from '../missing-webhooks/missing-webhooks-words.js';
import { SETTINGS } from '../settings/settings-screen.js';
import { SETTINGS_WORDS, type SettingsWords } from '../settings/settings-words.js';
import { USAGE_SCREEN } from '../usage/usage-screen.js';
import { USAGE_WORDS } from '../usage/usage-words.js';
import type { ShownAlert } from './alert.js';

interface AlertPlace {
  readonly scope: Scope;
  readonly name: (page: ConsolePage) => string;
  readonly path: (alert: ShownAlert) => string;
}

const atGym = (path: string) => (alert: ShownAlert) =>
  alert.gymId === null ? path : `${path}?gymId=${alert.gymId}`;

const area = (name: keyof SettingsWords['areas']) => (page: ConsolePage) =>
  page.textsOf(SETTINGS_WORDS).areas[name].title;

/** The door that an alert is about. */
function door({ object }: ShownAlert): string {
  const [, id] = /^device\/(\d+)$/.exec(object) ?? [];
  return id === undefined ? '/console/doors' : `/console/doors/${id}`;
}

const PLACES = {
  partner: {
    scope: 'PARTNER_ADMIN',
    name: area('partner'),
    path: () => `${SETTINGS}/partner`,
  },
  wellhub: { scope: 'PARTNER_ADMIN', name: area('wellhub'), path: () => `${SETTINGS}/wellhub` },
  gyms: {
    scope: 'STUDIO_READ',
    name: area('gyms'),
    path: ({ gymId }) => (gymId === null ? `${SETTINGS}/gyms` : `${SETTINGS}/gyms/${gymId}`),
  },
  webhooks: {
    scope: 'CHECKIN_READ',
    name: (page) => page.textsOf(DEVELOPERS_WORDS).tabs.wellhub,
    path: () => `${DEVELOPERS}/wellhub`,
  },
  subscriptions: {
    scope: 'WEBHOOK_READ',
    name: (page) => page.textsOf(DEVELOPERS_WORDS).tabs.subscriptions,
    path: () => DEVELOPERS,
  },
  frontDesk: {
    scope: 'CHECKIN_WRITE',
    name: (page) => page.words.sections.frontDesk,
    path: () => DESK,
  },
  members: {
    scope: 'CUSTOMER_READ',
    name: (page) => page.words.sections.members,
    path: () => MEMBERS,
  },
  checkIns: {
    scope: 'CHECKIN_READ',
    name: (page) => page.words.sections.checkIns,
    path: atGym(CHECK_INS_PATH),
  },
  missing: {
    scope: 'CHECKIN_READ',
    name: (page) => page.textsOf(MISSING_WORDS).title,
    path: atGym(MISSING_WEBHOOKS),
  },
  usage: {
    scope: 'CHECKIN_READ',
    name: (page) => page.textsOf(USAGE_WORDS).title,
    path: ({ code }) =>
      `${USAGE_SCREEN}?state=${code === 'usage.quarantined' ? 'QUARANTINED' : 'QUEUED'}`,
  },
  inside: {
    scope: 'CHECKIN_READ',
    name: (page) => page.words.sections.inside,
    path: atGym(INSIDE_SCREEN),
  },
  bookings: {
    scope: 'CHECKIN_READ',
    name: (page) => page.words.sections.bookings,
    path: () => '/console/bookings',
  },
  door: { scope: 'DEVICE_READ', name: (page) => page.words.sections.doors, path: door },
  decisions: {
    scope: 'CHECKIN_READ',
    name: (page) => page.textsOf(DOORS_WORDS).feed,
    path: ({ gymId }) => `/console/doors/decisions${gymId === null ? '' : `?gym=${gymId}`}`,
  },
  rules: {
    scope: 'STUDIO_READ',
    name: (page) => page.textsOf(ACCESS_WORDS).title,
    path: ({ gymId }) => `/console/doors/rules${gymId === null ? '' : `/${gymId}`}`,
  },
} as const satisfies Record<string, AlertPlace>;

/** Where something can be done about each alert, the nearest first. Nothing can about those of the installation. */
const OF_ALERTS: Readonly<Record<AlertCode, readonly (keyof typeof PLACES)[]>> = {
  'wellhub.unknown-user-status': ['partner'],
  'wellhub.unknown-user': ['wellhub'],
  'wellhub.status-not-applied': ['wellhub'],
  'wellhub.webhooks-refused': ['wellhub', 'webhooks'],
  'wellhub.invalid-event': ['webhooks', 'frontDesk'],
  'wellhub.unknown-event': ['webhooks', 'frontDesk'],
  'wellhub.odd-time': ['webhooks'],
  'wellhub.unassigned-gym': ['gyms'],
  'wellhub.wrong-hook': ['wellhub'],
  'wellhub.integration-requested': ['gyms'],
  'wellhub.webhooks-missing': ['missing', 'frontDesk'],
  'account.same-email': ['members'],
  'wellhub.credentials-refused': ['wellhub'],
  'check-in.at-risk': ['frontDesk', 'checkIns'],
  'check-in.overdue': ['checkIns'],
  'gate.provisional-failed': ['gyms', 'decisions'],
  'access.rule-without-door': ['rules'],
  'gate.card-tries': ['door', 'decisions'],
  'control-id.command-failed': ['door'],
  'control-id.wrong-device': ['door'],
  'control-id.wrong-direction': ['door'],
  'control-id.former-address': ['door'],
  'control-id.logs-restarted': ['door'],
  'control-id.clock': ['door'],
  'control-id.contingency': ['door'],
  'control-id.exception-mode': ['door'],
  'control-id.no-turns': ['door'],
  'control-id.silent': ['door'],
  'gate.unknown-codes': ['door', 'decisions'],
  'gate.admitted-without-database': ['decisions'],
  'gate.nearly-full': ['inside', 'rules'],
  'gate.occupancy-drift': ['inside'],
  'gate.anti-passback': ['inside', 'decisions'],
  'booking.unknown-to-wellhub': ['bookings'],
  'booking.refused': ['bookings'],
  'usage.quarantined': ['usage'],
  'usage.credentials-refused': ['wellhub'],
  'usage.lagging': ['usage'],
  'usage.month-end': ['usage'],
  'gym.time-zone-unusable': ['gyms'],
  'secrets.unreadable': ['wellhub', 'subscriptions'],
  'delivery.failed': ['subscriptions'],
  'subscription.disabled': ['subscriptions'],
  'partition.missing': [],
  'worker.failing': [],
  'worker.stuck': [],
  'worker.behind': [],
  'worker.missing': [],
  'wellhub.spool-kept-aside': [],
  'gate.spool-kept-aside': [],
};

/** Those that the person's role opens; none for codes of a newer version. */
export function placesFor(page: ConsolePage, alert: ShownAlert): { href: string; name: string }[] {
  const known: Readonly<Record<string, readonly (keyof typeof PLACES)[]>> = OF_ALERTS;
  const names = Object.hasOwn(known, alert.code) ? (known[alert.code] ?? []) : [];
  return names
    .map((name): AlertPlace => PLACES[name])
    .filter(({ scope }) => page.may(scope))
    .map(({ name, path }) => ({ href: path(alert), name: name(page) }));
}
