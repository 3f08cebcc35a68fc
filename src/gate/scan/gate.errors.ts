import { defineErrors, type ErrorSpec } from '../../platform/errors/domain-error.js';
import type { Refusal } from './scan.js';

export const GateErrors = defineErrors('gate', {
  deviceTokenInvalid: {
    kind: 'unauthenticated',
    title: 'The device token is unknown, replaced or switched off',
  },
  deviceRateLimited: {
    kind: 'rate-limited',
    title: 'Too many unknown cards at this reader; please wait a minute',
  },
  accessCodeUnknown: { kind: 'not-found', title: 'This code is not known here' },
  accessCodeWrongStudio: { kind: 'forbidden', title: 'This code is for another studio' },
  accessCodeAlreadyUsed: {
    kind: 'forbidden',
    title: 'This code was used already; fetch a new one',
  },
  accessCodeExpired: { kind: 'forbidden', title: 'This code has expired; fetch a new one' },
  customerAccessRestricted: {
    kind: 'forbidden',
    title: 'Access is restricted; please ask at the desk',
  },
  accessClosedToday: { kind: 'forbidden', title: 'The gym is closed now' },
  accessAge: { kind: 'forbidden', title: 'Please ask at the desk about your age' },
  accessAntiPassback: { kind: 'forbidden', title: 'You are already inside' },
  accessFull: { kind: 'forbidden', title: 'The gym is full; please wait a moment' },
  accessOutsideHours: { kind: 'forbidden', title: 'Your plan does not include this time' },
  accessDoorNotIncluded: { kind: 'forbidden', title: 'Your plan does not include this door' },
  accessPlanNotIncluded: { kind: 'forbidden', title: 'Your plan is not valid here' },
  contractRequired: { kind: 'forbidden', title: 'There is no current contract' },
  wellhubCheckinRequired: { kind: 'forbidden', title: 'Please check in in the Wellhub app first' },
  wellhubCheckinExpired: {
    kind: 'forbidden',
    title: 'The Wellhub check-in has expired; please check in again',
  },
  wellhubCheckinCanceled: { kind: 'forbidden', title: 'The Wellhub check-in was canceled' },
  wellhubCheckinNotFound: { kind: 'forbidden', title: 'Wellhub does not know this check-in' },
  wellhubCheckinRejected: { kind: 'forbidden', title: 'Wellhub refused this check-in' },
});

/** Keeps the wire name of its own (`WELLHUB_UNAVAILABLE`), so it is no gate code. */
export const WellhubErrors = defineErrors('wellhub', {
  unavailable: {
    kind: 'unavailable',
    title: 'Wellhub does not answer right now; please try again',
  },
});

export const DeviceErrors = defineErrors('device', {
  notFound: { kind: 'not-found', title: 'There is no such device' },
  otherVendor: {
    kind: 'conflict',
    title:
      'A device of this vendor has none: GENERIC has a token, CONTROL_ID an address with a set-up',
  },
});

export const REFUSALS: Record<Exclude<Refusal, 'NONCE_REUSED'>, ErrorSpec> = {
  DEVICE_TOKEN_INVALID: GateErrors.deviceTokenInvalid,
  DEVICE_RATE_LIMITED: GateErrors.deviceRateLimited,
  ACCESS_CODE_UNKNOWN: GateErrors.accessCodeUnknown,
  ACCESS_CODE_WRONG_STUDIO: GateErrors.accessCodeWrongStudio,
  ACCESS_CODE_ALREADY_USED: GateErrors.accessCodeAlreadyUsed,
  ACCESS_CODE_EXPIRED: GateErrors.accessCodeExpired,
  CUSTOMER_ACCESS_RESTRICTED: GateErrors.customerAccessRestricted,
  ACCESS_CLOSED_TODAY: GateErrors.accessClosedToday,
  ACCESS_AGE: GateErrors.accessAge,
  ACCESS_ANTI_PASSBACK: GateErrors.accessAntiPassback,
  ACCESS_OUTSIDE_HOURS: GateErrors.accessOutsideHours,
  ACCESS_DOOR_NOT_INCLUDED: GateErrors.accessDoorNotIncluded,
  ACCESS_PLAN_NOT_INCLUDED: GateErrors.accessPlanNotIncluded,
  ACCESS_FULL: GateErrors.accessFull,
  CONTRACT_REQUIRED: GateErrors.contractRequired,
  WELLHUB_CHECKIN_REQUIRED: GateErrors.wellhubCheckinRequired,
  WELLHUB_CHECKIN_EXPIRED: GateErrors.wellhubCheckinExpired,
  WELLHUB_CHECKIN_CANCELED: GateErrors.wellhubCheckinCanceled,
  WELLHUB_CHECKIN_NOT_FOUND: GateErrors.wellhubCheckinNotFound,
  WELLHUB_CHECKIN_REJECTED: GateErrors.wellhubCheckinRejected,
  WELLHUB_UNAVAILABLE: WellhubErrors.unavailable,
};

/** What a decision can be: as the log keeps it and the admin API lists it. */
export const RESULTS = ['OPEN', 'REPEAT', 'VALIDATION_FAILED', ...Object.keys(REFUSALS)].filter(
  (result) => result !== 'DEVICE_TOKEN_INVALID',
);

export const MemberErrors = defineErrors('member', {
  notFound: { kind: 'not-found', title: 'There is no such member' },
});

/** The gym software knows 200 and 403 only: here an outage of Wellhub is a refusal (`open-api.md` section 6). */
export const AggregatorErrors = defineErrors('gate', {
  wellhubUnavailable: {
    kind: 'forbidden',
    title: 'Wellhub does not answer right now; please try again',
  },
});
