import { Flag, Text } from '../../platform/http/fields.js';
import type { CatalogueEntity, PaymentPlanEntity } from '../catalogue.entity.js';

class FlagsDto {
  @Flag({ optional: true })
  isActive?: boolean;

  @Flag({ optional: true })
  isDeleted?: boolean;
}

export class CreateMembershipDto extends FlagsDto {
  @Text({ max: 200 })
  name!: string;
}

/** `PATCH …/memberships/{id}`: a merge patch. */
export class ChangeMembershipDto extends FlagsDto {
  @Text({ optional: true, max: 200 })
  name?: string;
}

export class CreatePaymentPlanDto extends CreateMembershipDto {
  @Flag({ optional: true })
  isAddOnPaymentPlan?: boolean;

  toCommand() {
    return paymentPlanValues(this);
  }
}

/** `PATCH …/payment-plans/{id}`: a merge patch. */
export class ChangePaymentPlanDto extends ChangeMembershipDto {
  @Flag({ optional: true })
  isAddOnPaymentPlan?: boolean;

  toCommand() {
    return paymentPlanValues(this);
  }
}

const paymentPlanValues = ({ isAddOnPaymentPlan, ...values }: ChangePaymentPlanDto) => ({
  ...values,
  ...(isAddOnPaymentPlan !== undefined && { isAddOn: isAddOnPaymentPlan }),
});

export const membershipDto = (row: CatalogueEntity) => ({
  id: row.id,
  name: row.name,
  isActive: row.isActive,
  isDeleted: row.isDeleted,
  timestamp: row.changeNo,
  createdAt: row.createdAt,
});

export const paymentPlanDto = (row: PaymentPlanEntity) => ({
  ...membershipDto(row),
  isAddOnPaymentPlan: row.isAddOn,
});
