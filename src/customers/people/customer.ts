import type { CustomerEntity } from './customer.entity.js';
import type { Address, DirectDebit } from './person-details.js';

export const CUSTOMER_STATUSES = ['PENDING', 'ACTIVE', 'DISABLED', 'ERASED'] as const;
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];
/** Erasure and merge have methods of their own. */
export type LivingStatus = Exclude<CustomerStatus, 'ERASED'>;

export const ORIGINS = ['DIRECT', 'WELLHUB'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A customer as other rooms see it; read-only, because changing the object would not change the row. */
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

/** The values that a new customer may have; any other has a default. `email` sets its key too. */
export type CustomerValues = Readonly<Partial<Given>>;
export type NewCustomer = CustomerValues;
/** A merge patch: absent stays, null clears. */
export type CustomerPatch = CustomerValues;
