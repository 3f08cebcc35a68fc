import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import type { Queries } from '../platform/database/database.js';
import type { Account } from './accounts.repository.js';
import { Letters } from './letters.js';
import { Mailbox } from './mailbox.js';

type Addressee = Pick<Account, 'email' | 'customerId'>;

/** Mails about the safety of an account: they are never held back. */
@Injectable()
export class Notices {
  private readonly logger = new Logger('notices');

  constructor(
    private readonly letters: Letters,
    private readonly mailbox: Mailbox,
    private readonly audit: Audit,
  ) {}

  /** For the partner's audit log, of unknown names too. */
  failedLogIn(partnerId: string, customerId: number | undefined, locks: boolean): Promise<void> {
    const action = locks ? 'account.log-in-locked' : 'account.log-in-failed';
    return this.audit.attempt({ partnerId, action, object: String(customerId ?? '') });
  }

  async passwordChanged(queries: Queries, partnerId: string, to: Addressee): Promise<void> {
    const languages = await this.letters.languagesOf(queries, partnerId, to.customerId);
    const letter = await this.letters.passwordChanged(queries, partnerId, languages);
    if (!letter)
      return this.logger.warn({ msg: 'no notice was sent: no template for it', partnerId });
    await this.mailbox.queue(queries, partnerId, { to: to.email, ...letter, notice: true });
  }

  async logInAttempts(queries: Queries, partnerId: string, to: Addressee): Promise<void> {
    const languages = await this.letters.languagesOf(queries, partnerId, to.customerId);
    const letter = await this.letters.logInAttempts(queries, partnerId, languages);
    await this.mailbox.queue(queries, partnerId, { to: to.email, ...letter, notice: true });
  }
}
