import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Contacts } from '../contact/contacts.js';
import type { DeviceOfGym } from '../contact/contacts.repository.js';
import { CommandErrors } from '../push/command.errors.js';
import { Commands } from '../push/commands.js';
import { LogsRepository } from './logs.repository.js';

/** Logs of one command: the device answers with fewer when it has no more. */
export const LOGS_PER_PAGE = 200;

/** Asks devices for the logs that they kept while they did not reach us (`control-id.md` 7). */
@Injectable()
export class LogFetches implements OnModuleInit {
  constructor(
    private readonly contacts: Contacts,
    private readonly rows: LogsRepository,
    private readonly commands: Commands,
  ) {}

  onModuleInit(): void {
    this.contacts.onPendingLogs((device) => this.fetch(device));
  }

  /** At most once a minute, and never while a command for logs waits. */
  private async fetch(device: DeviceOfGym): Promise<void> {
    await this.add(device, await this.rows.claimFetch(device));
  }

  async fetchNext(device: DeviceOfGym): Promise<void> {
    await this.add(device, await this.rows.claimFetch(device, { isNextPage: true }));
  }

  private async add(device: DeviceOfGym, lastLogId: number | undefined): Promise<void> {
    if (lastLogId === undefined) return;
    const where = { access_logs: { id: { '>': lastLogId } } };
    const body = { object: 'access_logs', where, limit: LOGS_PER_PAGE };
    try {
      await this.commands.add(device, { kind: 'LOGS', endpoint: 'load_objects', body });
    } catch (error) {
      // A device that fetches nothing gets no more; its next sign of life with logs is a minute away.
      if (!(error instanceof DomainError && error.is(CommandErrors.queueFull))) throw error;
    }
  }
}
