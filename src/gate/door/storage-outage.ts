import { Injectable } from '@nestjs/common';
import { isStorageAway } from '../../platform/database/storage-away.js';
import type { Admission, Scan } from '../scan/scan.js';

/** @returns undefined when the scan is not admitted */
export type AdmitWithoutStorage = (scan: Scan) => Promise<Admission | undefined>;

/** Decides a scan that the database could not: fails, unless the room with the snapshot of known people admits it. */
@Injectable()
export class StorageOutage {
  private admit: AdmitWithoutStorage = async () => undefined;

  decideBy(admit: AdmitWithoutStorage): void {
    this.admit = admit;
  }

  /** @throws `failure` when the scan is not admitted */
  async decide(scan: Scan, failure: unknown): Promise<Admission> {
    const admission = isStorageAway(failure) ? await this.admit(scan) : undefined;
    if (!admission) throw failure;
    return admission;
  }
}
