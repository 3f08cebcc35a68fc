import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import { MailsRepository, type ClaimedMail, type MailState } from './mails.repository.js';

type FinalState = Exclude<MailState, 'QUEUED'>;

/** A mail whose link carries a token, by the hash of that token. */
export interface TokenMail {
  readonly partnerId: string;
  readonly resetTokenHash: Buffer;
}

/** What the room that owns the tokens does when a mail with one of them is accepted or fails for good. */
export interface TokenMailHook {
  /** Takes the locks that come before the lock of the mail's row. */
  lock(queries: Queries, mail: TokenMail): Promise<void>;
  accepted(queries: Queries, mail: TokenMail): Promise<void>;
  failed(queries: Queries, mail: TokenMail): Promise<void>;
}

/** The end of a mail, in one transaction with what follows from it. */
@Injectable()
export class MailSettlement {
  private hook: TokenMailHook | undefined;

  constructor(
    private readonly db: Database,
    private readonly mails: MailsRepository,
  ) {}

  /** Called once, when the module of the room above starts. */
  register(hook: TokenMailHook): void {
    this.hook = hook;
  }

  async settle(mail: ClaimedMail, state: FinalState): Promise<void> {
    if (!hasToken(mail)) return void (await this.mails.settle(mail, state));
    await this.db.transaction(async (tx) => {
      await this.tokens.lock(tx, mail);
      if (await this.mails.settle(mail, state, tx)) await this.follow(tx, mail, state);
    });
  }

  /** For a caller that stores a mail in its first state and holds the locks of `TokenMailHook.lock`. */
  async follow(queries: Queries, mail: ClaimedMail, state: MailState): Promise<void> {
    if (state === 'QUEUED' || !hasToken(mail)) return;
    if (state === 'FAILED') await this.tokens.failed(queries, mail);
    else await this.tokens.accepted(queries, mail);
  }

  private get tokens(): TokenMailHook {
    if (!this.hook) throw new Error('no room has registered for mails with tokens');
    return this.hook;
  }
}

const hasToken = (mail: ClaimedMail): mail is ClaimedMail & TokenMail =>
  mail.resetTokenHash !== null;
