import { join } from 'node:path';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { Keyring } from '../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../platform/crypto/purposes.js';
import { SpoolMetrics } from '../platform/spool/spool-metrics.js';
import {
  Spool,
  SpoolRefused,
  type SpoolStatus,
  type TakeRecords,
} from '../platform/spool/spool.js';
import { inspectSpool, type SpoolInspection } from '../platform/spool/inspect-spool.js';
import { encodeScan, type SpooledScan } from './spooled-scan.js';

const RECORDS: EncryptionPurpose = { name: 'door-spool', columns: [], outsideDays: 90 };
/** Some 30,000 scans. */
const MOST_BYTES = 16 * 2 ** 20;
const folderBelow = (spoolDir: string) => join(spoolDir, 'door');
const OFF = { state: 'off' } as const;

/** What waits there, of every process; undefined while the spool is off. */
export async function inspectScanSpool(
  { spoolDir }: Settings,
  keyring: Keyring,
): Promise<SpoolInspection | undefined> {
  return spoolDir === undefined
    ? undefined
    : inspectSpool(folderBelow(spoolDir), keyring.box(RECORDS));
}

/** Scans that were decided without the database, on this machine's disk until it is back. */
@Injectable()
export class ScanSpool implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly spool: Spool | undefined;

  constructor({ spoolDir, spoolMaxBytes }: Settings, keyring: Keyring, metrics: SpoolMetrics) {
    if (spoolDir === undefined) return;
    const path = folderBelow(spoolDir);
    const maxBytes = Math.min(spoolMaxBytes, MOST_BYTES);
    this.spool = new Spool({ path, maxBytes, box: keyring.box(RECORDS) });
    metrics.add('door', this.spool);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.tend();
  }

  /** Renews the sign of life, and takes over the files of dead processes. */
  async tend(): Promise<void> {
    await this.spool?.tend();
  }

  get waiting(): number {
    return this.spool?.waiting ?? 0;
  }

  get status(): SpoolStatus | typeof OFF {
    return this.spool?.status ?? OFF;
  }

  /** @returns whether it survives a crash now */
  async append(scan: SpooledScan): Promise<boolean> {
    try {
      await this.spool?.append(encodeScan(scan));
      return this.spool !== undefined;
    } catch (error) {
      if (error instanceof SpoolRefused) return false;
      throw error;
    }
  }

  async drain(take: TakeRecords): Promise<number> {
    return (await this.spool?.drain(take)) ?? 0;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.spool?.close();
  }
}
