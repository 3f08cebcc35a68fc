import { isDeepStrictEqual } from 'node:util';
import { currentRequest } from '../deadline/request-context.js';

/** The fields that a body names: each with its new value, or null where the value is secret, personal or long. */
export type Changes = Readonly<Record<string, unknown>>;

/** Settings and states whose values are neither personal data nor secrets. */
const SHOWN = new Set(
  `active status state homeGymId intoCustomerId customerId gymId expiresAt graceSeconds scopes direction
   repeatWindowSeconds timeZone language locale validationMode checkInWindowMinutes whenWellhubIsDown
   whenStorageIsDown countVisitOn
   bookingDefaultDecision visitClosesAfterMinutes linkWellhubByEmail enabled ttlSeconds singleUse environment
   wellhubGymId multiOffer usageEventsFromVisits usageEventTypes defaultMailTemplates signUpUrl logInUrl
   membershipId paymentPlanId discountIds startDate endDate cancelDate signUpDate cardIsBlocked isActive isDeleted
   totalBooked totalCapacity reasonCategory eventTypes acceptWeakSecret previousSecretSeconds confirm role gymIds
   vendor model deviceId action entryTurn entryTurnEvent qrMode cardFormat userIdIs identification requestTimeoutMs
   aliveAnswer contingency showName turnTimeoutSeconds sourceAddresses way
   secondFactorRequired accentColor textColor issuer clientId scopes groupsClaim groups required provesSecondFactor
   outsideRules capacity antiPassback reentryMinutes showOccupancy minimumAge unknownAge closingDays position effect
   when who deviceIds ids type validFrom validUntil entries`.split(/\s+/),
);
const MOST_FIELDS = 50;
const LONGEST = 200;

const isShort = (value: unknown): boolean => JSON.stringify(value).length <= LONGEST;

/** @returns undefined when the body names no field */
export function changesIn(body: unknown): Changes | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || Buffer.isBuffer(body))
    return undefined;
  const fields = Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .slice(0, MOST_FIELDS);
  if (fields.length === 0) return undefined;
  return Object.fromEntries(fields.map(([name, value]) => [name, shown(name, value)]));
}

function shown(name: string, value: unknown): unknown {
  if (SHOWN.has(name)) return isShort(value) ? value : null;
  const isNested = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isNested ? (changesIn(value) ?? null) : null;
}

/** Called with a row before it is changed: the audit log takes the old values of its settings and states from it. */
export function rememberBefore(row: object): void {
  const request = currentRequest();
  if (request) request.before = { ...row };
}

/**
 * For a change that a body does not tell in full: a replacement resets what it does not name, a removal has no body. What
 * stays as it was is no change.
 */
export function rememberChange(before: object, after: object): void {
  const request = currentRequest();
  if (!request) return;
  const old = { ...before } as Changes;
  const changed = Object.entries(after).filter(
    ([name, value]) => !isDeepStrictEqual(value, old[name]),
  );
  request.before = old;
  request.changes = changesIn(Object.fromEntries(changed));
}

/** Where the old value is known, `{old, new}` takes the place of the new one. */
export function withOldValues(changes: Changes, before: Changes | undefined): Changes {
  if (!before) return changes;
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, besideOld(name, value, before[name])]),
  );
}

function besideOld(name: string, value: unknown, old: unknown): unknown {
  if (SHOWN.has(name)) return old === undefined || !isShort(old) ? value : { old, new: value };
  return isFields(value) && isFields(old) ? withOldValues(value, old) : value;
}

const isFields = (value: unknown): value is Changes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the audit log shows of this request in place of its body's fields: all of it is for everyone who reads the log. */
export function showChanges(changes: Changes): void {
  const request = currentRequest();
  if (request) request.changes = changes;
}
