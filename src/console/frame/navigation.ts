import type { Scope } from '../../platform/http/declarations.js';
import { ACCOUNT, DESK } from '../layout/desk-context.js';
import type { ConsolePage } from './console-page.js';
import type { FrameWords, SectionName } from './frame-words.js';

interface Section {
  readonly name: SectionName;
  readonly path: string;
  readonly scope: Scope;
  readonly group: keyof FrameWords['groups'];
}

/** Every screen with an entry in the navigation, in its order. A role sees those that its scopes open. */
export const SECTIONS: readonly Section[] = [
  { name: 'today', path: '/console/today', scope: 'CHECKIN_READ', group: 'daily' },
  { name: 'frontDesk', path: DESK, scope: 'CHECKIN_WRITE', group: 'daily' },
  { name: 'inside', path: '/console/inside', scope: 'CHECKIN_READ', group: 'daily' },
  { name: 'members', path: '/console/members', scope: 'CUSTOMER_READ', group: 'daily' },
  { name: 'checkIns', path: '/console/check-ins', scope: 'CHECKIN_READ', group: 'daily' },
  { name: 'bookings', path: '/console/bookings', scope: 'CHECKIN_READ', group: 'daily' },
  { name: 'doors', path: '/console/doors', scope: 'DEVICE_READ', group: 'daily' },
  { name: 'money', path: '/console/money', scope: 'CHECKIN_READ', group: 'business' },
  {
    name: 'reconciliation',
    path: '/console/reconciliation',
    scope: 'CHECKIN_READ',
    group: 'business',
  },
  { name: 'statistics', path: '/console/statistics', scope: 'CHECKIN_READ', group: 'business' },
  { name: 'goLive', path: '/console/go-live', scope: 'PARTNER_ADMIN', group: 'setUp' },
  { name: 'settings', path: '/console/settings', scope: 'STUDIO_READ', group: 'setUp' },
  { name: 'staff', path: '/console/staff', scope: 'PARTNER_ADMIN', group: 'setUp' },
  { name: 'developers', path: '/console/developers', scope: 'WEBHOOK_READ', group: 'setUp' },
  { name: 'alerts', path: '/console/alerts', scope: 'PARTNER_ADMIN', group: 'setUp' },
  { name: 'auditLog', path: '/console/audit-log', scope: 'PARTNER_ADMIN', group: 'setUp' },
  { name: 'operator', path: '/console/operator', scope: 'OPERATOR', group: 'setUp' },
  {
    name: 'operatorPeople',
    path: '/console/operator/people',
    scope: 'OPERATOR',
    group: 'setUp',
  },
  {
    name: 'installationAlerts',
    path: '/console/operator/alerts',
    scope: 'OPERATOR',
    group: 'setUp',
  },
  {
    name: 'installationAudit',
    path: '/console/operator/audit-log',
    scope: 'OPERATOR',
    group: 'setUp',
  },
];

export const sectionsOf = (page: ConsolePage): readonly Section[] =>
  SECTIONS.filter(({ scope }) => page.may(scope));

/** Where a log-in leads. */
export const homeOf = (page: ConsolePage): string => sectionsOf(page)[0]?.path ?? ACCOUNT;

/** The section whose address is nearest to that of the page. */
export const currentSection = (page: ConsolePage): Section | undefined =>
  sectionsOf(page)
    .filter(({ path }) => page.path === path || page.path.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
