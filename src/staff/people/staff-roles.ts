import { isNarrowable } from '../../partner-auth/index.js';
import type { Scope } from '../../platform/http/declarations.js';

/** What each role may do: scopes that keys have, too (`admin-api.md`, Staff). */
const ROLE_SCOPES = {
  OPERATOR: ['OPERATOR'],
  OWNER: ['PARTNER_ADMIN'],
  MANAGER: [
    'CUSTOMER_READ',
    'CUSTOMER_WRITE',
    'CHECKIN_READ',
    'CHECKIN_WRITE',
    'REPORTS',
    'STUDIO_READ',
    'STUDIO_WRITE',
    'DEVICE_READ',
    'DEVICE_WRITE',
    'WEBHOOK_READ',
  ],
  FRONT_DESK: [
    'CUSTOMER_READ',
    'CUSTOMER_WRITE',
    'CHECKIN_READ',
    'CHECKIN_WRITE',
    'REPORTS',
    'STUDIO_READ',
    'DEVICE_READ',
  ],
  ACCOUNTANT: ['CUSTOMER_READ', 'CHECKIN_READ', 'REPORTS', 'STUDIO_READ'],
  DEVELOPER: ['STUDIO_READ', 'DEVICE_READ', 'CHECKIN_READ', 'WEBHOOK_READ', 'WEBHOOK_WRITE'],
  VIEWER: ['CUSTOMER_READ', 'CHECKIN_READ', 'STUDIO_READ', 'DEVICE_READ', 'WEBHOOK_READ'],
} as const satisfies Record<string, readonly Scope[]>;

export type StaffRole = keyof typeof ROLE_SCOPES;
/** Those that people of a partner have. */
export type PartnerRole = Exclude<StaffRole, 'OPERATOR'>;
export const ALL_ROLES = Object.keys(ROLE_SCOPES) as StaffRole[];
export const STAFF_ROLES = ALL_ROLES.filter(isOfPartners);

function isOfPartners(role: StaffRole): role is PartnerRole {
  return role !== 'OPERATOR';
}

/** What they work with belongs to all gyms. */
const WHOLE_PARTNER_ROLES: ReadonlySet<StaffRole> = new Set(['OPERATOR', 'OWNER', 'DEVELOPER']);

export const mayBeNarrowed = (role: StaffRole): boolean => !WHOLE_PARTNER_ROLES.has(role);

/** @param isNarrowed the person works at some gyms only: then the rules for narrowed keys hold */
export const scopesOf = (role: StaffRole, isNarrowed: boolean): readonly Scope[] =>
  isNarrowed ? ROLE_SCOPES[role].filter(isNarrowable) : ROLE_SCOPES[role];

/** Of an operator who looks in at a partner; the guard lets them read what its administrators read. */
export const OBSERVER_SCOPES: readonly Scope[] = ROLE_SCOPES.VIEWER;
