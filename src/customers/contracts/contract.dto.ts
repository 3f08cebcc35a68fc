import { Answer } from '../../platform/http/answer-fields.js';
import { CalendarDate, Flag, Id, Ids } from '../../platform/http/fields.js';
import type { Contract } from './contracts.repository.js';
import type { FileAddresses } from '../people/file-addresses.js';

class ContractTermsDto {
  @CalendarDate({ optional: true, description: 'startDate when absent' })
  signUpDate?: string;

  @CalendarDate({ optional: true, nullable: true, description: 'day of cancelling; ends nothing' })
  cancelDate?: string | null;

  @CalendarDate({ optional: true, nullable: true, description: 'last day' })
  endDate?: string | null;

  @Ids({ optional: true, max: 20 })
  discountIds?: number[];

  @Flag({ optional: true })
  isActive?: boolean;

  @Flag({ optional: true })
  isDeleted?: boolean;
}

export class CreateContractDto extends ContractTermsDto {
  @Id()
  membershipId!: number;

  @Id()
  paymentPlanId!: number;

  @CalendarDate()
  startDate!: string;
}

/** `PATCH /customers/{customerId}/contracts/{contractId}`: a merge patch. */
export class ChangeContractDto extends ContractTermsDto {
  @Id({ optional: true })
  membershipId?: number;

  @Id({ optional: true })
  paymentPlanId?: number;

  @CalendarDate({ optional: true })
  startDate?: string;
}

/** A contract as shown; `isCurrent` is about today at the home gym. */
export class ContractDto {
  @Answer.id()
  id!: number;

  @Answer.id()
  customerId!: number;

  @Answer.id()
  membershipId!: number;

  @Answer.id()
  paymentPlanId!: number;

  @Answer.ids()
  discountIds!: readonly number[];

  @Answer.date()
  signUpDate!: string;

  @Answer.date('First day')
  startDate!: string;

  @Answer.date('Day of cancelling; it ends nothing', { nullable: true })
  cancelDate!: string | null;

  @Answer.date('Last day; null: no end', { nullable: true })
  endDate!: string | null;

  @Answer.flag()
  isActive!: boolean;

  @Answer.flag()
  isDeleted!: boolean;

  @Answer.flag('Whether it opens doors today, by the clock of the home gym')
  isCurrent!: boolean;

  @Answer.text('Null where there is no document', { nullable: true })
  documentUrl!: string | null;

  @Answer.whole('Grows with each change')
  timestamp!: number;

  @Answer.instant()
  createdAt!: Date;

  static from(row: Contract, addresses: FileAddresses): ContractDto {
    return {
      id: row.id,
      customerId: row.customerId,
      membershipId: row.membershipId,
      paymentPlanId: row.paymentPlanId,
      discountIds: row.discountIds,
      signUpDate: row.signUpDate,
      startDate: row.startDate,
      cancelDate: row.cancelDate,
      endDate: row.endDate,
      isActive: row.isActive,
      isDeleted: row.isDeleted,
      isCurrent: row.isCurrent,
      documentUrl: row.hasDocument ? addresses.ofContract(row.id) : null,
      timestamp: row.changeNo,
      createdAt: row.createdAt,
    };
  }
}
