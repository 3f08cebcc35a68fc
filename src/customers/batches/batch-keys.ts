import type { ErrorSpec } from '../../platform/errors/domain-error.js';
import { emailAddress } from '../../platform/values/email-address.js';
import type { CustomerValues } from '../people/customer.js';
import { CustomerErrors } from '../people/customers.errors.js';
import type { StoredCustomer } from '../people/customers.repository.js';

/** What a customer is known by; each belongs to one customer of a partner. In the order in which a match is looked for. */
export const UNIQUE_KEYS = ['number', 'wellhubId', 'gpwId', 'cardNumber'] as const;
export type UniqueKey = (typeof UNIQUE_KEYS)[number];

export const TAKEN: Readonly<Record<UniqueKey, ErrorSpec>> = {
  number: CustomerErrors.numberTaken,
  wellhubId: CustomerErrors.wellhubIdTaken,
  gpwId: CustomerErrors.gpwIdTaken,
  cardNumber: CustomerErrors.cardNumberTaken,
};

type Named = Pick<StoredCustomer, 'emailKey' | 'firstName' | 'lastName' | 'birthDate'>;

/** A natural key: the same address, name and birth date. Undefined where address or name is unknown. */
export function naturalKey({
  emailKey,
  firstName,
  lastName,
  birthDate,
}: Named): string | undefined {
  if (!emailKey || !firstName || !lastName) return undefined;
  const names = [firstName, lastName].map((name) => name.trim().toLowerCase());
  return JSON.stringify([emailKey, ...names, birthDate]);
}

export const hasUniqueKey = (values: CustomerValues): boolean =>
  UNIQUE_KEYS.some((key) => values[key] !== undefined && values[key] !== null);

export const emailKeyOf = ({ email }: CustomerValues): string | undefined =>
  emailAddress(email ?? undefined)?.key;

/** Every key of a batch, as the statement for its candidates takes them. */
export function batchKeys(all: readonly CustomerValues[]): (readonly string[])[] {
  const present = (values: readonly (string | null | undefined)[]) => [
    ...new Set(values.filter((value) => typeof value === 'string')),
  ];
  return [
    ...UNIQUE_KEYS.map((key) => present(all.map((values) => values[key]))),
    present(all.filter((values) => !hasUniqueKey(values)).map(emailKeyOf)),
  ];
}
