import type { Form } from '../../pages/index.js';
import { numberOf, textOrNull } from '../settings/setting-fields.js';
import type { MemberContract } from './contract.js';

/** The beginning of the names of checkboxes. */
export const DISCOUNT_BOX = 'discountIds.';

const NAMES = ['membershipId', 'paymentPlanId', 'startDate', 'endDate', 'cancelDate', 'state'];

export const contractFieldsIn = (form: Form): string[] => [
  ...NAMES,
  ...form.checkedOf(DISCOUNT_BOX).map((id) => DISCOUNT_BOX + id),
];

export type ContractState = 'HOLDS' | 'PAUSED' | 'REMOVED';

const stateOf = ({ isActive, isDeleted }: MemberContract): ContractState => {
  if (isDeleted) return 'REMOVED';
  return isActive ? 'HOLDS' : 'PAUSED';
};

export const contractValues = (contract: MemberContract): Record<string, string> => ({
  membershipId: String(contract.membershipId),
  paymentPlanId: String(contract.paymentPlanId),
  startDate: contract.startDate,
  endDate: contract.endDate ?? '',
  cancelDate: contract.cancelDate ?? '',
  state: stateOf(contract),
  ...Object.fromEntries(contract.discountIds.map((id) => [DISCOUNT_BOX + id, 'on'])),
});

/** What the form sets, of a new contract and of one that is there. */
export const contractIn = (form: Form) => ({
  membershipId: numberOf(form.text('membershipId')),
  paymentPlanId: numberOf(form.text('paymentPlanId')),
  discountIds: form.checkedOf(DISCOUNT_BOX).map(Number),
  startDate: form.text('startDate'),
  endDate: textOrNull(form.text('endDate')),
});

export const contractChangeIn = (form: Form) => ({
  ...contractIn(form),
  cancelDate: textOrNull(form.text('cancelDate')),
  isActive: form.text('state') === 'HOLDS',
  isDeleted: form.text('state') === 'REMOVED',
});
