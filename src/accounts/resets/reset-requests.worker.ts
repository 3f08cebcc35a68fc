import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { AccountMailComposer } from '../accounts/account-mail-composer.js';
import { ResetMails } from './reset-mails.js';
import { REQUESTED_SINCE_SQL, ResetRequestsRepository } from './reset-requests.repository.js';

const EVERY_MS = 5_000;

/** Looks up the addresses that were stored, and mails their owners. */
@Injectable()
export class ResetRequestsWorker implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly db: Database,
    private readonly requests: ResetRequestsRepository,
    private readonly composer: AccountMailComposer,
    private readonly mails: ResetMails,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'accounts.reset-requests',
      role: 'worker',
      queue: { waitingSinceSql: REQUESTED_SINCE_SQL },
      everyMs: EVERY_MS,
      run: () => this.handleOldest(),
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  /** @returns 1, or 0 when no request is stored */
  private async handleOldest(): Promise<number> {
    const partnerId = await this.requests.findNextPartner();
    if (partnerId === undefined) return 0;
    const template = await this.composer.passwordReset(this.db, partnerId);
    return this.db.transaction(async (tx) => {
      const oldest = await this.requests.take(tx, partnerId);
      if (oldest && template) await this.mails.queue(tx, { partnerId, ...oldest, template });
      return oldest ? 1 : 0;
    });
  }
}
