import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import { MailsRepository, type ClaimedMail, type MailState } from './mails.repository.js';
import { ResetTokens } from './reset-tokens.js';

type Final = Exclude<MailState, 'QUEUED'>;

/**
 * The end of a mail, and of tokens with it: a token whose mail was accepted ends the earlier ones of its account,
 * one whose mail was given up is dead, and the earlier ones live on (users-api.md 3).
 */
@Injectable()
export class MailOutcomes {
  constructor(
    private readonly db: Database,
    private readonly mails: MailsRepository,
    private readonly tokens: ResetTokens,
  ) {}

  async settle(mail: ClaimedMail, state: Final): Promise<void> {
    const { partnerId, resetTokenHash: hash } = mail;
    if (hash === null) return void (await this.mails.settle(mail, state));
    await this.db.transaction(async (tx) => {
      // The account first: everybody locks in this order.
      await this.tokens.lockOwner(tx, partnerId, hash);
      if (await this.mails.settle(mail, state, tx)) await this.follow(tx, mail, state);
    });
  }

  /** What a mail's state means for its token, for a caller that holds the account. */
  async follow(queries: Queries, mail: ClaimedMail, state: MailState): Promise<void> {
    const { partnerId, resetTokenHash: hash } = mail;
    if (hash === null || state === 'QUEUED') return;
    if (state === 'FAILED') await this.tokens.end(queries, partnerId, hash);
    else await this.tokens.endEarlier(queries, partnerId, hash);
  }
}
