import { Answer } from '../../platform/http/answer-fields.js';
import { ENTRY_RIGHTS, type Admission, type EntryRight } from '../scan/scan.js';

/** `open-api.md` section 5: the door opens. */
export class AdmissionDto {
  @Answer.always(true)
  authorized!: true;

  @Answer.id()
  customerId!: number;

  @Answer.id('Of the visit; absent where somebody leaves who was not inside', { optional: true })
  checkinId?: number;

  @Answer.oneOf(['IN', 'OUT'])
  direction!: 'IN' | 'OUT';

  @Answer.flag('Whether it opens although Wellhub has not confirmed the check-in yet')
  provisional!: boolean;

  @Answer.always(true, 'The answer to an earlier scan of the same value again', { optional: true })
  repeated?: true;

  @Answer.oneOf(ENTRY_RIGHTS, 'Only in a dry run: the right that would be used', { optional: true })
  right?: EntryRight;

  @Answer.id('Only in a dry run: the access rule that allows it', {
    optional: true,
    nullable: true,
  })
  rule?: number | null;

  /** A display is public: a scan that acts names no rule. */
  static fromDryRun(admission: Admission): AdmissionDto {
    const { right, ruleId = null } = admission;
    return { ...AdmissionDto.from(admission), ...(right && { right, rule: ruleId }) };
  }

  static from({ customerId, visitId, direction, provisional, repeated }: Admission): AdmissionDto {
    return {
      authorized: true,
      customerId,
      ...(visitId !== undefined && { checkinId: visitId }),
      direction,
      provisional,
      ...(repeated && { repeated: true as const }),
    };
  }
}
