import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { PresenceRepository } from '../visits/index.js';
import { RECORD_ADMISSION, VISITOR } from './record-admission.sql.js';
import type { SpooledScan } from './spooled-scan.js';

export interface RecordedAdmission {
  readonly action: 'ENTER' | 'TAKE_OVER' | 'PAST' | 'KNOWN';
  /** They also entered by another scan about that time. */
  readonly isSecond: boolean;
}

@Injectable()
export class AdmissionsRepository {
  constructor(
    private readonly db: Database,
    private readonly presence: PresenceRepository,
  ) {}

  /** @returns undefined when that customer no longer exists */
  async record(scan: SpooledScan): Promise<RecordedAdmission | undefined> {
    const { partnerId, id, gymId, deviceId, at, valueHash, nonce = null } = scan;
    const [visitor] = await this.db.query<{ customerId: number }>(VISITOR, [
      partnerId,
      scan.customerId,
    ]);
    if (!visitor) return undefined;
    const { customerId } = visitor;
    await this.presence.ensure([{ partnerId, customerId }]);
    const values = [id, partnerId, customerId, gymId, deviceId, at, valueHash, nonce];
    const [recorded] = await this.db.query<RecordedAdmission & object>(RECORD_ADMISSION, values);
    if (!recorded) throw new Error('their row of presence was just made');
    return recorded;
  }
}
