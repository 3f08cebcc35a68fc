import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database, type Queries } from '../../platform/database/database.js';
import type { Account } from './accounts.repository.js';
import { AccountMailComposer } from './account-mail-composer.js';
import { Mailbox } from '../../mail/index.js';

type Addressee = Pick<Account, 'email' | 'customerId'>;

/** Mails about the security of an account: the limits of mails do not apply to them. */
@Injectable()
export class SecurityMails {
  private readonly logger = new Logger('security-mails');

  constructor(
    private readonly db: Database,
    private readonly composer: AccountMailComposer,
    private readonly mailbox: Mailbox,
    private readonly audit: Audit,
  ) {}

  /** For the partner's audit log, of unknown names too. */
  failedLogIn(partnerId: string, customerId: number | undefined, locks: boolean): Promise<void> {
    const action = locks ? 'account.log-in-locked' : 'account.log-in-failed';
    return this.audit.attempt({ partnerId, action, object: String(customerId ?? '') });
  }

  async passwordChanged(queries: Queries, partnerId: string, to: Addressee): Promise<void> {
    const languages = await this.composer.languagesOf(queries, partnerId, to);
    const mail = await this.composer.passwordChanged(queries, partnerId, languages);
    if (!mail)
      return this.logger.warn({
        msg: 'no mail about a changed password: the partner has no template and does not want ours',
        partnerId,
      });
    await this.mailbox.queue(queries, partnerId, { to: to.email, ...mail, isSecurityMail: true });
  }

  async logInAttempts(partnerId: string, to: Addressee): Promise<void> {
    const languages = await this.composer.languagesOf(this.db, partnerId, to);
    const mail = await this.composer.logInAttempts(this.db, partnerId, languages);
    await this.mailbox.queue(this.db, partnerId, { to: to.email, ...mail, isSecurityMail: true });
  }
}
