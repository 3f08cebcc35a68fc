import type { ProfileContract, ProfileDiscount } from '../../customers/index.js';
import type { FileLinks } from './user-object.dto.js';
import { dayEnd, dayStart, orBlank } from './wire-values.js';

/** One of `contracts[]` (`users-api.md` 4). */
export class ContractObjectDto {
  static from(contract: ProfileContract, links: FileLinks) {
    return {
      id: contract.id,
      timestamp: contract.changeNo,
      signUpDate: dayStart(contract.signUpDate),
      startDate: dayStart(contract.startDate),
      cancelDate: dayEnd(contract.cancelDate),
      endDate: dayEnd(contract.endDate),
      isCurrent: contract.isCurrent,
      membership: MembershipObjectDto.from(contract.membership),
      paymentPlan: PaymentPlanObjectDto.from(contract.paymentPlan),
      discounts: contract.discounts.map(DiscountObjectDto.from),
      documentUrl: links.document(contract.documentId),
      isActive: contract.isActive,
      isDeleted: contract.isDeleted,
    };
  }
}

class MembershipObjectDto {
  static from(membership: ProfileContract['membership']) {
    return {
      id: membership.id,
      timestamp: membership.changeNo,
      name: membership.name,
      isActive: membership.isActive,
      isDeleted: membership.isDeleted,
    };
  }
}

class PaymentPlanObjectDto {
  static from(plan: ProfileContract['paymentPlan']) {
    return {
      id: plan.id,
      timestamp: plan.changeNo,
      name: plan.name,
      isActive: plan.isActive,
      isAddOnPaymentPlan: plan.isAddOn,
      isDeleted: plan.isDeleted,
    };
  }
}

const TYPES = { NONE: 'None', VALUE: 'ValueDiscount', PERCENT: 'PercentDiscount' } as const;

/** `administartion` is how the original spells it, so its clients do too. */
class DiscountObjectDto {
  static from(discount: ProfileDiscount) {
    return {
      id: discount.id,
      isActive: discount.isActive,
      name: discount.name,
      administartionFeeDiscountType: TYPES[discount.administrationFee.type],
      joiningFeeDiscountType: TYPES[discount.joiningFee.type],
      membershipFeeDiscountType: TYPES[discount.membershipFee.type],
      administartionFeeDiscountValue: orBlank(discount.administrationFee.value),
      joiningFeeDiscountValue: orBlank(discount.joiningFee.value),
      membershipFeeDiscountValue: orBlank(discount.membershipFee.value),
    };
  }
}
