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
  static from(row: Contract, addresses: FileAddresses) {
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
