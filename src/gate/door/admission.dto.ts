import type { Admission } from '../scan/scan.js';

/** `open-api.md` section 5: the door opens. */
export class AdmissionDto {
  authorized!: true;
  customerId!: number;
  checkinId?: number;
  direction!: 'IN' | 'OUT';
  provisional!: boolean;
  repeated?: true;

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
