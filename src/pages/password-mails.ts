import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { ResetMails } from '../accounts/index.js';
import { emailAddress } from '../customers/index.js';
import type { Partner } from '../partners/index.js';

/** When the answer leaves, whoever owns the address and however long the work for it takes. */
const ANSWER_MS = 200;

/** "Set a password by mail" for people who have an account and no link from Wellhub at hand (U-24). */
@Injectable()
export class PasswordMails {
  private readonly logger = new Logger('pages');

  constructor(private readonly mails: ResetMails) {}

  /** @returns false for what is no address; otherwise true, after the same time. A failure within it is thrown. */
  async send(partner: Partner, email: string): Promise<boolean> {
    if (!emailAddress(email)) return false;
    let isAnswered = false;
    const failed = new Promise<never>((_, reject) => {
      this.mails.queue(partner.id, email).catch((error: Error) => {
        if (isAnswered) this.logger.error(`a mail was not queued: ${error.message}`);
        else reject(error);
      });
    });
    await Promise.race([delay(ANSWER_MS), failed]);
    isAnswered = true;
    return true;
  }
}
