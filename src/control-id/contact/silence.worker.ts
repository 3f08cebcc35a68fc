import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Workers } from '../../platform/worker/workers.js';
import { ContactAlerts } from './contact-alerts.js';
import { ContactsRepository } from './contacts.repository.js';

const EVERY_MS = 15_000;

/** Alerts to devices that used to poll and are not heard of any more (D-23). */
@Injectable()
export class SilenceWorker implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly rows: ContactsRepository,
    private readonly alerts: ContactAlerts,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'control-id silence',
      role: 'worker',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.run(),
    });
  }

  /** @returns how many fell silent */
  async run(): Promise<number> {
    for (const device of await this.rows.switchedOff()) await this.alerts.callsAgain(device);
    return this.db.transaction(async (tx) => {
      const silent = await this.rows.fallSilent(tx);
      for (const device of silent) await this.alerts.silent(tx, device);
      return silent.length;
    });
  }
}
