import { Injectable } from '@nestjs/common';
import { OfflineEntries } from '../../check-in-validation/index.js';
import { Database } from '../../platform/database/database.js';
import { Contacts } from '../contact/contacts.js';
import type { DeviceOfGym } from '../contact/contacts.repository.js';
import type { LogEntry } from './log-entry.js';
import { LogsRepository, type LogSource } from './logs.repository.js';
import type { ReadLog } from './log-matches.js';
import { correctedTime, inOrder } from './log-rules.js';
import { LogStorage } from './log-storage.js';

/** Logs as they came together. */
interface GivenLogs {
  readonly logs: readonly LogEntry[];
  /** When a live report of the device brought them; absent for logs that were fetched. */
  readonly toldAt?: Date;
}

/** Takes the access logs of devices, each once, however often and by whatever way it comes (D-20). */
@Injectable()
export class LogIntake {
  constructor(
    private readonly db: Database,
    private readonly rows: LogsRepository,
    private readonly contacts: Contacts,
    private readonly storage: LogStorage,
    private readonly entries: OfflineEntries,
  ) {}

  async take(device: DeviceOfGym, { logs, toldAt }: GivenLogs): Promise<void> {
    if (logs.length === 0) return;
    // The scans before them show how wrong the device's clock is.
    await this.contacts.write();
    const source = await this.rows.source(device);
    if (!source) return;
    for (const log of inOrder(logs)) {
      const at = correctedTime(log.time, source.skewSeconds ?? 0);
      await this.takeOne({ source, log, at, toldAt });
    }
    await this.advance(source, logs, toldAt === undefined);
  }

  /** The check-in follows after the commit: when that fails the log comes again, and hands it over then. */
  private async takeOne(read: ReadLog): Promise<void> {
    const taken = await this.db.transaction((tx) => this.storage.store(tx, read));
    const { type, at, gymId, customerId } = taken;
    if (type !== 'OFFLINE_ENTRY' || customerId === null) return;
    await this.entries.handOver({ partnerId: read.source.partnerId, customerId, gymId, at });
  }

  /** Fetched pages leave no gap; of live reports only those that follow what is here. */
  private async advance(source: LogSource, logs: readonly LogEntry[], isPage: boolean) {
    const ids = logs.map(({ id }) => BigInt(id)).toSorted((a, b) => Number(a - b));
    let last = BigInt(source.lastLogId);
    for (const id of ids) if (isPage ? id > last : id === last + 1n) last = id;
    if (last > BigInt(source.lastLogId)) await this.rows.advance(source, String(last));
  }
}
