import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { isStorageAway } from '../../platform/database/storage-away.js';
import { Spool, SpoolRefused, type SpoolStatus } from '../../platform/spool/spool.js';

/** Webhooks of one gym that a process has refused since its storage went away. */
export interface RefusedWebhooks {
  /** Names the row that becomes of it, however often that is stored. */
  readonly id: string;
  /** Absent when it is not known whose they were. */
  readonly partnerId?: string;
  readonly wellhubGymId?: string | null;
  /** By this machine's clock. */
  readonly startedAt: number;
  readonly count: number;
}

interface JournalRecord extends RefusedWebhooks {
  readonly process: string;
}

const RECORDS: EncryptionPurpose = { name: 'wellhub-outages', columns: [], outsideDays: 90 };
const MOST_BYTES = 4 * 2 ** 20;

/** Keeps on this machine's disk what was refused: a process that is killed in an outage cannot store it afterwards. */
@Injectable()
export class OutageJournal implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('wellhub-inbox');
  private readonly process = uuidv7();
  private readonly path: string;
  private readonly spool: Spool;
  private entering: Promise<void> | undefined;

  constructor({ spoolDir, dataDir }: Settings, keyring: Keyring) {
    this.path = join(spoolDir ?? dataDir, 'outages');
    const box = keyring.box(RECORDS);
    this.spool = new Spool({ path: this.path, maxBytes: MOST_BYTES, box });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.tend();
  }

  get status(): SpoolStatus {
    return this.spool.status;
  }

  get waiting(): number {
    return this.spool.waiting;
  }

  /** Renews the sign of life, and takes over what dead processes left. Makes no folder before there is something to write. */
  async tend(): Promise<void> {
    if (this.entering || existsSync(this.path)) await (this.entering = this.spool.tend());
  }

  /** A disk that takes nothing loses it with the process. */
  async append(refused: RefusedWebhooks): Promise<void> {
    const record: JournalRecord = { ...refused, process: this.process };
    await (this.entering ??= this.spool.tend());
    await this.spool.append(Buffer.from(JSON.stringify(record))).catch((error: unknown) => {
      if (!(error instanceof SpoolRefused)) throw error;
    });
  }

  /** Removes everything once `store` has taken what other processes left. What it throws leaves the rest waiting. */
  async drain(store: (refused: RefusedWebhooks) => Promise<void>): Promise<void> {
    await this.spool.drain(async (records) => {
      const done: boolean[] = [];
      for (const record of records) done.push(await this.take(record, store));
      return done;
    });
  }

  /** @returns false for a record that cannot be stored: it keeps no other back */
  private async take(
    record: Buffer,
    store: (refused: RefusedWebhooks) => Promise<void>,
  ): Promise<boolean> {
    try {
      const { process, ...refused } = JSON.parse(record.toString()) as JournalRecord;
      if (process !== this.process) await store(refused);
      return true;
    } catch (error) {
      if (isStorageAway(error)) throw error;
      this.logger.error({ msg: 'a record of refused webhooks cannot be stored', err: error });
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.spool.close();
  }
}
