import { DomainError, defineErrors, type ErrorSpec } from '../../platform/errors/domain-error.js';
import { constraintOf } from '../../platform/database/database-failure.js';
import { GymErrors } from '../../partners/index.js';

export const CustomerErrors = defineErrors('customer', {
  notFound: { kind: 'not-found', title: 'There is no such customer' },
  otherGym: {
    kind: 'forbidden',
    title:
      'The customer belongs to another gym or to none; use a key that is not narrowed to a gym',
  },
  numberTaken: { kind: 'conflict', title: 'Another customer has this number' },
  wellhubIdTaken: { kind: 'conflict', title: 'Another customer has this Wellhub id' },
  gpwIdTaken: { kind: 'conflict', title: 'Another customer has this gpw id' },
  cardNumberTaken: { kind: 'conflict', title: 'Another customer has this card' },
  differentWellhubIds: { kind: 'conflict', title: 'The customers have different Wellhub ids' },
  differentGpwIds: { kind: 'conflict', title: 'The customers have different gpw ids' },
  repeatedInBatch: { kind: 'conflict', title: 'Another item of the batch is about this customer' },
  bothHaveAccounts: { kind: 'conflict', title: 'Both customers have an account' },
});

/** What one customer has and another one wants. */
export const CUSTOMER_CONFLICTS = [
  CustomerErrors.numberTaken,
  CustomerErrors.wellhubIdTaken,
  CustomerErrors.gpwIdTaken,
  CustomerErrors.cardNumberTaken,
];

export const RestrictionErrors = defineErrors('restriction', {
  notFound: { kind: 'not-found', title: 'The customer has no restriction' },
});

export const MembershipErrors = defineErrors('membership', {
  notFound: { kind: 'not-found', title: 'There is no such membership' },
});

export const PaymentPlanErrors = defineErrors('payment-plan', {
  notFound: { kind: 'not-found', title: 'There is no such payment plan' },
});

export const DiscountErrors = defineErrors('discount', {
  notFound: { kind: 'not-found', title: 'There is no such discount' },
});

export const FileErrors = defineErrors('file', {
  notFound: { kind: 'not-found', title: 'There is no such file' },
  unsupported: { kind: 'unsupported', title: 'The bytes are no file of a kind that belongs here' },
});

export const ContractErrors = defineErrors('contract', {
  notFound: { kind: 'not-found', title: 'There is no such contract' },
});

const BY_CONSTRAINT: Record<string, ErrorSpec> = {
  uq_customers_number: CustomerErrors.numberTaken,
  uq_customers_wellhub_id: CustomerErrors.wellhubIdTaken,
  uq_customers_gpw_id: CustomerErrors.gpwIdTaken,
  uq_customers_card_number: CustomerErrors.cardNumberTaken,
  fk_customers_home_gym: GymErrors.notFound,
  fk_customers_registered_at_gym: GymErrors.notFound,
  fk_contracts_membership: MembershipErrors.notFound,
  fk_contracts_payment_plan: PaymentPlanErrors.notFound,
};

/** What a violated constraint of our tables means; anything else stays as it is. */
export function meaningOf(error: unknown): unknown {
  const spec = BY_CONSTRAINT[constraintOf(error) ?? ''];
  return spec ? new DomainError(spec, {}, { cause: error }) : error;
}
