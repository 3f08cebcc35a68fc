import { isDeepStrictEqual } from 'node:util';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Customer, CustomerValues } from './customer.js';
import type { StoredCustomer } from './customers.repository.js';
import { emailAddress } from '../../platform/values/email-address.js';
import {
  BLANK_ADDRESS,
  BLANK_DETAILS,
  BLANK_DIRECT_DEBIT,
  mergedObject,
} from './person-details.js';

const BLANK = {
  ...BLANK_DETAILS,
  homeGymId: null,
  firstName: null,
  lastName: null,
  email: null,
  emailKey: null,
  emailConfirmed: false,
  phoneNumber: null,
  birthDate: null,
  wellhubId: null,
  gpwId: null,
  gpwActive: true,
  cardNumber: null,
  cardBlocked: false,
} as const;

type Fresh = Omit<StoredCustomer, 'number'> & { number: string | null };

/** A new customer, before what is known of the person. */
export const freshCustomer = (): Fresh => ({
  ...BLANK,
  number: null,
  status: 'PENDING',
  origin: 'DIRECT',
  mergedInto: null,
});

/** What stays of an erased or merged customer: ids and number are free again, nothing personal is left. */
export const erasedCustomer = (row: Customer, mergedInto: number | null): Fresh => ({
  ...BLANK,
  number: null,
  status: 'ERASED',
  origin: row.origin,
  mergedInto,
});

/**
 * The values after a patch. A new e-mail sets its key too, and is not confirmed until its owner proves it; a new gpw id
 * is a new, active link. @throws request.invalid for a malformed e-mail
 */
export function patched<R extends Fresh>(row: R, patch: CustomerValues): R {
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as CustomerValues;
  return {
    ...row,
    ...(given.gpwId !== undefined && given.gpwId !== row.gpwId && { gpwActive: true }),
    ...given,
    ...(given.email !== undefined && emailOf(row, given)),
    ...objectsOf(row, given),
  };
}

const objectsOf = (row: Fresh, { address, directDebit }: CustomerValues) => ({
  address: address === undefined ? row.address : mergedObject(BLANK_ADDRESS, row.address, address),
  directDebit:
    directDebit === undefined
      ? row.directDebit
      : mergedObject(BLANK_DIRECT_DEBIT, row.directDebit, directDebit),
});

function emailOf(row: Fresh, { email, emailConfirmed }: CustomerValues) {
  if (email === null || email === undefined)
    return { email: null, emailKey: null, emailConfirmed: false };
  const address = emailAddress(email);
  if (!address) throw invalid({ path: 'email', detail: 'must be an e-mail address' });
  const confirmed = emailConfirmed ?? (row.emailConfirmed && row.emailKey === address.key);
  return { email: address.email, emailKey: address.key, emailConfirmed: confirmed };
}

/** True when a patch changed nothing that is stored. */
export const isSame = (before: Fresh, after: Fresh): boolean =>
  (Object.keys(after) as (keyof Fresh)[]).every((field) =>
    isDeepStrictEqual(before[field], after[field]),
  );

/** What a survivor takes over from the profile merged into it: ids that it lacks, and the log-in's status. */
export const inherited = (survivor: Customer, from: Customer): Customer => ({
  ...survivor,
  wellhubId: survivor.wellhubId ?? from.wellhubId,
  gpwId: survivor.gpwId ?? from.gpwId,
  gpwActive: survivor.gpwId === null ? from.gpwActive : survivor.gpwActive,
  cardNumber: survivor.cardNumber ?? from.cardNumber,
  cardBlocked: survivor.cardNumber === null ? from.cardBlocked : survivor.cardBlocked,
  status: survivor.status === 'PENDING' && from.status === 'ACTIVE' ? 'ACTIVE' : survivor.status,
});

/**
 * `open-api.md` 1.3: a key for one gym does not see customers of other gyms, except those who roam with a
 * Wellhub or gpw id. A key that is not narrowed sees all.
 */
export const isVisibleAt = (
  customer: Pick<Customer, 'homeGymId' | 'wellhubId' | 'gpwId'>,
  gymId: number | undefined,
): boolean =>
  gymId === undefined ||
  customer.homeGymId === gymId ||
  customer.wellhubId !== null ||
  customer.gpwId !== null;
