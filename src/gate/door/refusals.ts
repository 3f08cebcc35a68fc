import { Injectable } from '@nestjs/common';
import { ExpiredCodes } from '../../access-codes/index.js';
import { DecisionsRepository } from '../decisions/decisions.repository.js';
import type { Refusal, RefusedScan, Scan, ScanRow } from '../scan/scan.js';
import { referenceOf } from '../scan/references.js';
import { UnknownScanCounter } from './unknown-scan-counter.js';

/** Refusals that are reached after the gate statement. Each leaves its row (O-36). */
@Injectable()
export class Refusals {
  constructor(
    private readonly expiredCodes: ExpiredCodes,
    private readonly unknownScans: UnknownScanCounter,
    private readonly decisions: DecisionsRepository,
  ) {}

  async refuse(row: ScanRow, why: Refusal, scan: Scan): Promise<RefusedScan> {
    await this.decisions.add({
      partnerId: row.partnerId,
      gymId: row.gymId,
      deviceId: row.deviceId,
      result: why,
      customerId: row.customerId,
      valueHash: scan.valueHashes[0],
      dryRun: !scan.execute,
      medium: scan.medium,
      right: row.right,
      ruleId: row.ruleId,
    });
    return refusalBy(row, why);
  }

  /** Distinguishes an expired code from an unknown one, after the checks that come before (5 to 8). */
  async refuseUnknown(row: ScanRow, scan: Scan): Promise<RefusedScan> {
    const expired = scan.isCode && (await this.expiredCodes.find(row.partnerId, scan.valueHashes));
    if (expired) {
      const elsewhere = expired.gymId !== null && expired.gymId !== row.gymId;
      return this.refuse(row, elsewhere ? 'ACCESS_CODE_WRONG_STUDIO' : 'ACCESS_CODE_EXPIRED', scan);
    }
    const lockedFor = scan.isByStaff ? 0 : await this.unknownScans.count(row, scan);
    if (lockedFor <= 0) return this.refuse(row, 'ACCESS_CODE_UNKNOWN', scan);
    const refused = await this.refuse(row, 'DEVICE_RATE_LIMITED', scan);
    return { ...refused, retryAfterSeconds: Math.ceil(lockedFor) };
  }
}

/** The refusal, with its reason for staff, and the rule's own text for the person. */
export const refusalBy = (row: ScanRow, why: Refusal): RefusedScan => {
  const reference = referenceOf(row, why);
  return {
    kind: 'refused',
    why,
    customerId: row.customerId,
    hasPolicy: row.hasPolicy,
    ...(reference !== undefined && { reference }),
    ...(row.message && { message: row.message }),
  };
};
