import { Column, Entity } from 'typeorm';
import { CreatedAt, Int64, NumberKey, PartnerId } from '../../platform/database/columns.js';

/** What contracts are made of. Rows are never removed: old contracts refer to them. Owner: customers. */
export abstract class CatalogueEntity {
  @PartnerId()
  partnerId!: string;

  @NumberKey('catalogue_ids')
  id!: number;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'is_active', type: 'boolean' })
  isActive!: boolean;

  @Column({ name: 'is_deleted', type: 'boolean' })
  isDeleted!: boolean;

  @Int64('change_no')
  changeNo!: number;

  @CreatedAt()
  createdAt!: Date;
}

@Entity('memberships')
export class MembershipEntity extends CatalogueEntity {}

@Entity('payment_plans')
export class PaymentPlanEntity extends CatalogueEntity {
  @Column({ name: 'is_add_on', type: 'boolean' })
  isAddOn!: boolean;
}

export const REDUCTIONS = ['NONE', 'VALUE', 'PERCENT'] as const;

/** By how much a fee is lower; the value is an amount of money or a percentage. */
export interface Reduction {
  readonly type: (typeof REDUCTIONS)[number];
  readonly value: number | null;
}

@Entity('discounts')
export class DiscountEntity extends CatalogueEntity {
  @Column({ name: 'administration_fee', type: 'jsonb' })
  administrationFee!: Reduction;

  @Column({ name: 'joining_fee', type: 'jsonb' })
  joiningFee!: Reduction;

  @Column({ name: 'membership_fee', type: 'jsonb' })
  membershipFee!: Reduction;
}
