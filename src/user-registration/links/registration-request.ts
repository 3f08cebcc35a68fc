import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { RawBody } from '../../platform/http/body-parsers.js';
import { isObject, parseJson } from '../../platform/http/json-body.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { GPW_ID } from '../../wellhub/index.js';
import type { Prefill } from './joining.types.js';
import { RegistrationErrors } from './user-registration.errors.js';

/** A registration as Wellhub means it: what was malformed and optional is gone. */
export interface RegistrationRequest {
  readonly gpwId: string;
  readonly origin: string | null;
  readonly userStatus: string | null;
  /** False for a status that is not a number of Wellhub's: kept as it is, and raises an alert (W-16). */
  readonly knownStatus: boolean;
  readonly countryCode: string | null;
  readonly prefill: Prefill;
}

const ORIGINS = ['web', 'android', 'ios'];
const COUNTRY = /^[A-Za-z]{2}$/;
// Neither control characters nor half of a surrogate pair: the first PostgreSQL refuses, the second no URL can hold.
const PRINTABLE = /^[^\p{Cc}\p{Cs}]{1,100}$/u;

/** @throws request.unsupported-media-type, request.invalid-json, registration.* (W-6 to W-8, W-16) */
export function readRegistration(body: unknown, multiOffer: boolean): RegistrationRequest {
  const fields = objectIn(body);
  const gpwId = gpwIdOf(fields['gympass_user_id']);
  const status = statusOf(fields['user_status']);
  if (multiOffer && status === undefined)
    throw new DomainError(RegistrationErrors.userStatusRequired);
  return {
    gpwId,
    origin: originOf(fields['origin']),
    userStatus: printable(status) ?? null,
    knownStatus: status === undefined || /^\d+$/.test(status),
    countryCode: countryOf(fields['country_code']),
    prefill: prefillOf(fields),
  };
}

function objectIn(body: unknown): Record<string, unknown> {
  if (body instanceof RawBody && body.mediaType === 'other')
    throw new DomainError(RequestErrors.unsupportedMediaType);
  const parsed = body instanceof RawBody ? parseJson(body.bytes) : body;
  if (!isObject(parsed))
    throw new DomainError(RequestErrors.invalidJson, { detail: 'The body must be a JSON object' });
  return parsed;
}

function gpwIdOf(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw new DomainError(RegistrationErrors.gympassUserIdRequired);
  if (!GPW_ID.pattern.test(value)) throw new DomainError(RegistrationErrors.invalidGympassUserId);
  return value;
}

function statusOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function originOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' && ORIGINS.includes(value) ? value : 'unknown';
}

const countryOf = (value: unknown): string | null =>
  typeof value === 'string' && COUNTRY.test(value) ? value.toUpperCase() : null;

function prefillOf(fields: Record<string, unknown>): Prefill {
  const email = emailAddress(fields['email'])?.email;
  const firstName = printable(fields['first_name']);
  const lastName = printable(fields['last_name']);
  return {
    ...(email !== undefined && { email }),
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
  };
}

/** Text of 1 to 100 characters that can be stored and shown; anything else is as good as absent. */
export function printable(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return PRINTABLE.test(text) ? text : undefined;
}
