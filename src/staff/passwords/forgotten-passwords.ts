import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { PasswordLinkMails } from './password-link-mails.js';
import { PasswordLinksRepository, STAFF_REQUESTED_SINCE_SQL } from './password-links.repository.js';

const EVERY_MS = 5_000;

/**
 * "Forgot password" of staff: a request only stores the address, a worker looks it up and mails its owner. So the answer
 * takes as long for an unknown address.
 */
@Injectable()
export class ForgottenPasswords implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly db: Database,
    private readonly links: PasswordLinksRepository,
    private readonly mails: PasswordLinkMails,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'staff.password-requests',
      role: 'worker',
      queue: { waitingSinceSql: STAFF_REQUESTED_SINCE_SQL },
      everyMs: EVERY_MS,
      run: () => this.handleOldest(),
    });
  }

  /** @returns false for what is no address */
  async request(email: string, source: string): Promise<boolean> {
    const address = emailAddress(email);
    if (!address) return false;
    await this.links.store({ emailKey: address.key, source });
    this.loop?.wake();
    return true;
  }

  /** @returns 1, or 0 when no request is stored */
  private handleOldest(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const oldest = await this.links.take(tx);
      if (oldest) await this.mails.send(tx, oldest);
      return oldest ? 1 : 0;
    });
  }
}
