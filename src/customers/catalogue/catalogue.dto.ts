import { PartialType } from '@nestjs/swagger';
import { invalid } from '../../platform/errors/request-errors.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { Decimal, Flag, Nested, OneOf, Text } from '../../platform/http/fields.js';
import {
  REDUCTIONS,
  type CatalogueItem,
  type Discount,
  type PaymentPlan,
  type Reduction,
} from './catalogue-items.js';
import { MERGE_PATCH as CLEARABLE } from '../people/person-details.dto.js';

/** In a merge patch everything may be absent; what may not be null in the first place may not be null here. */
const MERGE_PATCH = { skipNullProperties: false };

export class CreateMembershipDto {
  @Text({ max: 200 })
  name!: string;

  @Flag({ optional: true })
  isActive?: boolean;

  @Flag({ optional: true })
  isDeleted?: boolean;
}

/** `PATCH …/memberships/{id}`: a merge patch. */
export class ChangeMembershipDto extends PartialType(CreateMembershipDto, MERGE_PATCH) {}

export class CreatePaymentPlanDto extends CreateMembershipDto {
  @Flag({ optional: true })
  isAddOnPaymentPlan?: boolean;
}

/** `PATCH …/payment-plans/{id}`: a merge patch. */
export class ChangePaymentPlanDto extends PartialType(CreatePaymentPlanDto, MERGE_PATCH) {}

class ReductionDto {
  @OneOf(REDUCTIONS)
  type!: Reduction['type'];

  @Decimal({
    ...CLEARABLE,
    min: 0,
    max: 1_000_000_000,
    places: 4,
    description: 'an amount, or a percentage',
  })
  value?: number | null;
}

export class CreateDiscountDto extends CreateMembershipDto {
  @Nested(() => ReductionDto, CLEARABLE)
  administrationFee?: ReductionDto | null;

  @Nested(() => ReductionDto, CLEARABLE)
  joiningFee?: ReductionDto | null;

  @Nested(() => ReductionDto, CLEARABLE)
  membershipFee?: ReductionDto | null;
}

/** `PATCH …/discounts/{id}`: a merge patch; a reduction is replaced as a whole. */
export class ChangeDiscountDto extends PartialType(CreateDiscountDto, MERGE_PATCH) {}

function reduction(path: string, given: ReductionDto | null): Reduction {
  const { type, value = null } = given ?? { type: 'NONE' };
  if ((type === 'NONE') !== (value === null))
    throw invalid({
      path: `${path}.value`,
      detail: 'belongs to VALUE and PERCENT, and only there',
    });
  if (type === 'PERCENT' && Number(value) > 100)
    throw invalid({ path: `${path}.value`, detail: 'must not be more than 100 percent' });
  return { type, value };
}

/** What every kind has. */
class CatalogueItemFields {
  @Answer.id()
  id!: number;

  @Answer.text()
  name!: string;

  @Answer.flag('Whether new contracts may have it')
  isActive!: boolean;

  @Answer.flag('Old contracts go on naming it')
  isDeleted!: boolean;

  @Answer.whole('Grows with each change')
  timestamp!: number;

  @Answer.instant()
  createdAt!: Date;
}

class ShownReductionDto implements Reduction {
  @Answer.oneOf(REDUCTIONS)
  type!: Reduction['type'];

  @Answer.decimal('An amount, or a percentage', { nullable: true })
  value!: number | null;
}

export class MembershipDto extends CatalogueItemFields {
  static toCommand(body: ChangeMembershipDto) {
    return { ...body };
  }

  static from(row: CatalogueItem): MembershipDto {
    return {
      id: row.id,
      name: row.name,
      isActive: row.isActive,
      isDeleted: row.isDeleted,
      timestamp: row.changeNo,
      createdAt: row.createdAt,
    };
  }
}

export class PaymentPlanDto extends CatalogueItemFields {
  @Answer.flag()
  isAddOnPaymentPlan!: boolean;

  static toCommand({ isAddOnPaymentPlan, ...values }: ChangePaymentPlanDto) {
    return {
      ...values,
      ...(isAddOnPaymentPlan !== undefined && { isAddOn: isAddOnPaymentPlan }),
    };
  }

  static from(row: PaymentPlan): PaymentPlanDto {
    return {
      ...MembershipDto.from(row),
      isAddOnPaymentPlan: row.isAddOn,
    };
  }
}

export class DiscountDto extends CatalogueItemFields {
  @Answer.object(() => ShownReductionDto)
  administrationFee!: Reduction;

  @Answer.object(() => ShownReductionDto)
  joiningFee!: Reduction;

  @Answer.object(() => ShownReductionDto)
  membershipFee!: Reduction;

  /** @throws request.invalid */
  static toCommand({ administrationFee, joiningFee, membershipFee, ...values }: ChangeDiscountDto) {
    return {
      ...values,
      ...(administrationFee !== undefined && {
        administrationFee: reduction('administrationFee', administrationFee),
      }),
      ...(joiningFee !== undefined && { joiningFee: reduction('joiningFee', joiningFee) }),
      ...(membershipFee !== undefined && {
        membershipFee: reduction('membershipFee', membershipFee),
      }),
    };
  }

  static from(row: Discount): DiscountDto {
    return {
      ...MembershipDto.from(row),
      administrationFee: row.administrationFee,
      joiningFee: row.joiningFee,
      membershipFee: row.membershipFee,
    };
  }
}
