import type { ProfileContract, ProfileDiscount } from '../../customers/index.js';
import { Answer } from '../../platform/http/answer-fields.js';
import type { FileLinks } from './file-links.js';
import { Wire } from './wire-fields.js';
import { dayEnd, dayStart, orBlank, type Blank } from './wire-values.js';

class MembershipObjectDto {
  @Answer.id() id!: number;
  @Wire.timestamp() timestamp!: number;
  @Answer.text() name!: string;
  @Answer.flag() isActive!: boolean;
  @Answer.flag() isDeleted!: boolean;

  static from(membership: ProfileContract['membership']): MembershipObjectDto {
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
  @Answer.id() id!: number;
  @Wire.timestamp() timestamp!: number;
  @Answer.text() name!: string;
  @Answer.flag() isActive!: boolean;
  @Answer.flag() isAddOnPaymentPlan!: boolean;
  @Answer.flag() isDeleted!: boolean;

  static from(plan: ProfileContract['paymentPlan']): PaymentPlanObjectDto {
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
const TYPE_NAMES = Object.values(TYPES);
type DiscountType = (typeof TYPE_NAMES)[number];

/** `administartion` is how the original spells it, so its clients do too. */
class DiscountObjectDto {
  @Answer.id() id!: number;
  @Answer.flag() isActive!: boolean;
  @Answer.text() name!: string;
  @Answer.oneOf(TYPE_NAMES, 'Spelled so in the original')
  administartionFeeDiscountType!: DiscountType;
  @Answer.oneOf(TYPE_NAMES) joiningFeeDiscountType!: DiscountType;
  @Answer.oneOf(TYPE_NAMES) membershipFeeDiscountType!: DiscountType;
  @Wire.decimalOrBlank() administartionFeeDiscountValue!: Blank<number>;
  @Wire.decimalOrBlank() joiningFeeDiscountValue!: Blank<number>;
  @Wire.decimalOrBlank() membershipFeeDiscountValue!: Blank<number>;

  static from(discount: ProfileDiscount): DiscountObjectDto {
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

/** One of `contracts[]` (`users-api.md` 4). */
export class ContractObjectDto {
  @Answer.id() id!: number;
  @Wire.timestamp() timestamp!: number;
  @Wire.localTime() signUpDate!: string;
  @Wire.localTime() startDate!: string;
  @Wire.localTime('The last second of the day') cancelDate!: string;
  @Wire.localTime('The last second of the day') endDate!: string;
  @Answer.flag('Active, and covers today where the home club is') isCurrent!: boolean;
  @Answer.object(() => MembershipObjectDto) membership!: MembershipObjectDto;
  @Answer.object(() => PaymentPlanObjectDto) paymentPlan!: PaymentPlanObjectDto;
  @Answer.list(() => DiscountObjectDto) discounts!: DiscountObjectDto[];
  @Answer.text('Address at `Files/Files`') documentUrl!: string;
  @Answer.flag() isActive!: boolean;
  @Answer.flag() isDeleted!: boolean;

  static from(contract: ProfileContract, links: FileLinks): ContractObjectDto {
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
