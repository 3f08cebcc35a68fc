import type { ProfileContract, ProfileDiscount } from '../../customers/index.js';
import type { FileLinks } from './user-object.dto.js';
import { dayEnd, dayStart, orBlank } from './wire-values.js';

/** One of `contracts[]` (`users-api.md` 4). */
export const contractObject = (contract: ProfileContract, links: FileLinks) => ({
  id: contract.id,
  timestamp: contract.changeNo,
  signUpDate: dayStart(contract.signUpDate),
  startDate: dayStart(contract.startDate),
  cancelDate: dayEnd(contract.cancelDate),
  endDate: dayEnd(contract.endDate),
  isCurrent: contract.isCurrent,
  membership: membershipObject(contract.membership),
  paymentPlan: paymentPlanObject(contract.paymentPlan),
  discounts: contract.discounts.map(discountObject),
  documentUrl: links.document(contract.documentId),
  isActive: contract.isActive,
  isDeleted: contract.isDeleted,
});

const membershipObject = (membership: ProfileContract['membership']) => ({
  id: membership.id,
  timestamp: membership.changeNo,
  name: membership.name,
  isActive: membership.isActive,
  isDeleted: membership.isDeleted,
});

const paymentPlanObject = (plan: ProfileContract['paymentPlan']) => ({
  id: plan.id,
  timestamp: plan.changeNo,
  name: plan.name,
  isActive: plan.isActive,
  isAddOnPaymentPlan: plan.isAddOn,
  isDeleted: plan.isDeleted,
});

const TYPES = { NONE: 'None', VALUE: 'ValueDiscount', PERCENT: 'PercentDiscount' } as const;

/** `administartion` is how the original spells it, so its clients do too. */
const discountObject = (discount: ProfileDiscount) => ({
  id: discount.id,
  isActive: discount.isActive,
  name: discount.name,
  administartionFeeDiscountType: TYPES[discount.administrationFee.type],
  joiningFeeDiscountType: TYPES[discount.joiningFee.type],
  membershipFeeDiscountType: TYPES[discount.membershipFee.type],
  administartionFeeDiscountValue: orBlank(discount.administrationFee.value),
  joiningFeeDiscountValue: orBlank(discount.joiningFee.value),
  membershipFeeDiscountValue: orBlank(discount.membershipFee.value),
});
