import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import { HealthDetails } from '../../platform/health/health-details.js';
import { SpoolMetrics } from '../../platform/spool/spool-metrics.js';
import {
  Spool,
  SpoolRefused,
  type SpoolStatus,
  type TakeRecords,
} from '../../platform/spool/spool.js';
import { inspectSpool, type SpoolInspection } from '../../platform/spool/inspect-spool.js';
import { encodeWebhook } from './spooled-webhook.js';
import type { Webhook } from '../events/webhook.js';

const RECORDS: EncryptionPurpose = { name: 'wellhub-spool', columns: [], outsideDays: 90 };
const OFF = { state: 'off' } as const;

/** The waiting records in `SPOOL_DIR`, of all owners; undefined while the spool is off. */
export async function inspectWebhookSpool(
  { spoolDir }: Settings,
  keyring: Keyring,
): Promise<SpoolInspection | undefined> {
  return spoolDir === undefined ? undefined : inspectSpool(spoolDir, keyring.box(RECORDS));
}

/** Webhooks that wait on this machine's disk for storage to be back. */
@Injectable()
export class WebhookSpool implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('wellhub-inbox');
  private readonly spool: Spool | undefined;

  constructor(
    { spoolDir: path, spoolMaxBytes: maxBytes }: Settings,
    keyring: Keyring,
    details: HealthDetails,
    metrics: SpoolMetrics,
  ) {
    if (path !== undefined) this.spool = new Spool({ path, maxBytes, box: keyring.box(RECORDS) });
    details.declare('spool', () => this.status);
    if (this.spool) metrics.add('webhooks', this.spool);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.tend();
  }

  /** Renews the sign of life, and takes over the files of dead processes. */
  async tend(): Promise<void> {
    await this.spool?.tend();
  }

  get isUsable(): boolean {
    return this.spool?.status.state === 'ready';
  }

  get waiting(): number {
    return this.spool?.waiting ?? 0;
  }

  get status(): SpoolStatus | typeof OFF {
    return this.spool?.status ?? OFF;
  }

  /** Resolves once it survives a crash. @throws SpoolRefused */
  async append(webhook: Webhook): Promise<void> {
    if (!this.spool) throw new SpoolRefused('off');
    await this.spool.append(encodeWebhook(webhook));
  }

  async drain(take: TakeRecords): Promise<number> {
    return (await this.spool?.drain(take)) ?? 0;
  }

  /** After the last request. */
  async onApplicationShutdown(): Promise<void> {
    await this.spool?.close();
    if (this.waiting > 0)
      this.logger.warn({
        msg: 'webhooks stay in the spool for the next start',
        waiting: this.waiting,
      });
  }
}
