import type { CustomerEntity } from './customer.entity.js';
import type { Address, DirectDebit } from './person-details.js';

export const CUSTOMER_STATUSES = ['PENDING', 'ACTIVE', 'DISABLED', 'ERASED'] as const;
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];
/** Erasure and merge have their own doors. */
export type LivingStatus = Exclude<CustomerStatus, 'ERASED'>;

export const ORIGINS = ['DIRECT', 'WELLHUB'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A customer as other rooms see it: nobody changes a row by changing an object. */
export type Customer = Readonly<CustomerEntity>;

type Given = Omit<
  Customer,
  | 'partnerId'
  | 'id'
  | 'status'
  | 'emailKey'
  | 'mergedInto'
  | 'address'
  | 'directDebit'
  | 'changeNo'
  | 'createdAt'
> & {
  readonly status: LivingStatus;
  readonly address: Partial<Address> | null;
  readonly directDebit: Partial<DirectDebit> | null;
};

/** What may be given for a new customer; everything else has a default. `email` brings its key along. */
export type CustomerValues = Readonly<Partial<Given>>;
export type NewCustomer = CustomerValues;
/** A merge patch: absent stays, null clears. */
export type CustomerPatch = CustomerValues;
