import type { Caller, Scope } from '../platform/http/declarations.js';

/** Scopes that a key for one gym may hold (`admin-api.md`, key rules). */
const NARROWABLE = /^(CUSTOMER_|CHECKIN_|DEVICE_)|^(STUDIO_READ|REPORTS)$/;
export const isNarrowable = (scope: Scope): boolean => NARROWABLE.test(scope);

/** What another scope stands for, too. */
const INCLUDED_IN: Partial<Record<Scope, Scope>> = { REPORTS: 'CHECKIN_WRITE' };

/** `PARTNER_ADMIN` stands for every scope of a partner but the one of Wellhub's keys; `OPERATOR` only for itself. */
export function hasScope(caller: Caller, scope: Scope): boolean {
  const wider = INCLUDED_IN[scope];
  if (caller.scopes.includes(scope) || (wider && caller.scopes.includes(wider))) return true;
  return (
    caller.scopes.includes('PARTNER_ADMIN') &&
    scope !== 'OPERATOR' &&
    scope !== 'WELLHUB_REGISTRATION'
  );
}

/** Whether a reader of several things at once may read this one: an operator reads everything under `/admin/v1`. */
export const mayRead = (caller: Caller, scope: Scope): boolean =>
  caller.scopes.includes('OPERATOR') || hasScope(caller, scope);

/** No key may make a key that can do more than itself, and none that acts for every partner. */
export function mayGrant(
  caller: Caller,
  scopes: readonly Scope[],
  gymId: number | undefined,
): boolean {
  if (scopes.includes('OPERATOR')) return false;
  if (caller.scopes.includes('OPERATOR')) return true;
  if (caller.gymId !== undefined && caller.gymId !== gymId) return false;
  return scopes.every((scope) =>
    scope === 'WELLHUB_REGISTRATION'
      ? caller.scopes.includes('PARTNER_ADMIN')
      : hasScope(caller, scope),
  );
}
