import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Accounts, Mailbox } from '../accounts/index.js';
import { emailAddress } from '../customers/index.js';
import type { Partner } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import { PasswordLetters } from './password-letters.js';

/** Longer than the work for a known address takes, so that the time of an answer tells nothing. */
const ANSWER_MS = 200;

/** "Set a password by mail" for people who have an account and no link from Wellhub at hand. */
@Injectable()
export class PasswordMails {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly letters: PasswordLetters,
    private readonly mailbox: Mailbox,
  ) {}

  /** @returns false for what is no address; otherwise true, whoever owns it, after the same time */
  async send(partner: Partner, email: string): Promise<boolean> {
    const address = emailAddress(email);
    if (!address) return false;
    await Promise.all([this.sendTo(partner, address.key), delay(ANSWER_MS)]);
    return true;
  }

  private async sendTo(partner: Partner, emailKey: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const account = await this.accounts.findByEmail(tx, partner.id, emailKey);
      if (account?.enabled) await this.letters.write(tx, partner, account);
    });
    this.mailbox.wake();
  }
}
