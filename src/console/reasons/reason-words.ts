import type { InLanguages } from '../frame/languages.js';
import { de } from './reason-words.de.js';
import { en } from './reason-words.en.js';
import { es } from './reason-words.es.js';
import { pt } from './reason-words.pt.js';

/** Why a door stayed shut (the results of gate decisions), in words for staff. */
export const REFUSALS = [
  'ACCESS_CODE_UNKNOWN',
  'ACCESS_CODE_WRONG_STUDIO',
  'ACCESS_CODE_ALREADY_USED',
  'ACCESS_CODE_EXPIRED',
  'CUSTOMER_ACCESS_RESTRICTED',
  'ACCESS_CLOSED_TODAY',
  'ACCESS_AGE',
  'ACCESS_ANTI_PASSBACK',
  'ACCESS_OUTSIDE_HOURS',
  'ACCESS_DOOR_NOT_INCLUDED',
  'ACCESS_PLAN_NOT_INCLUDED',
  'ACCESS_FULL',
  'CONTRACT_REQUIRED',
  'WELLHUB_CHECKIN_REQUIRED',
  'WELLHUB_CHECKIN_EXPIRED',
  'WELLHUB_CHECKIN_CANCELED',
  'WELLHUB_CHECKIN_NOT_FOUND',
  'WELLHUB_CHECKIN_REJECTED',
  'WELLHUB_UNAVAILABLE',
  'DEVICE_RATE_LIMITED',
  'VALIDATION_FAILED',
] as const;

/** Why a check-in will not be paid, in words for staff. */
export const LOSSES = [
  'NEVER_REQUESTED',
  'CREDENTIALS_REFUSED',
  'NO_ANSWER_FROM_WELLHUB',
  'TOO_LATE_FOR_WELLHUB',
  'CANCELED_BY_MEMBER',
  'NOT_FOUND_AT_WELLHUB',
  'REFUSED_BY_WELLHUB',
] as const;
export type Loss = (typeof LOSSES)[number];

export interface ReasonWords {
  readonly refusals: Readonly<Record<(typeof REFUSALS)[number] | 'OTHER', string>>;
  readonly losses: Readonly<Record<Loss, string>>;
  /** After a validation by hand, which no access rule refuses. */
  readonly doorWarning: (reasons: string) => string;
}

export const REASON_WORDS: InLanguages<ReasonWords> = { pt, en, es, de };

/** A reason that is newer than these words is another one. */
export const refusalText = ({ refusals }: ReasonWords, result: string): string =>
  Object.hasOwn(refusals, result) ? refusals[result as keyof typeof refusals] : refusals.OTHER;
