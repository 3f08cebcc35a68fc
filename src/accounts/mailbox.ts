import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { emailAddress } from '../customers/index.js';
import { Settings } from '../platform/config/settings.js';
import { uuidv7 } from '../platform/crypto/uuid.js';
import type { Queries } from '../platform/database/database.js';
import { MailSeal, type MailBody } from './mail-seal.js';
import { MailSender } from './mail-sender.js';
import { MailsRepository, type MailState } from './mails.repository.js';

export interface OutgoingMail extends MailBody {
  /** A notice about the account's safety goes out whatever else the address was sent. */
  readonly notice?: boolean;
}

/** A mail that the sandbox kept instead of sending it. */
export interface CaughtMail extends MailBody {
  readonly partnerId: string;
  readonly id: string;
  readonly createdAt: Date;
}

const MOST_PER_HOUR = 5;
const MOST_CAUGHT = 100;

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Mail to people. `queue` stores a sealed row in the caller's transaction; a worker sends it after the commit.
 * Without a server the sandbox keeps what would have been sent, and any other installation marks it FAILED.
 */
@Injectable()
export class Mailbox implements OnModuleInit {
  private readonly logger = new Logger('mailbox');

  constructor(
    private readonly mails: MailsRepository,
    private readonly seal: MailSeal,
    private readonly sender: MailSender,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (this.firstState() === 'FAILED')
      this.logger.warn('SMTP_URL is not set: mail is not sent. Set SMTP_URL and MAIL_FROM');
  }

  /**
   * Beyond 5 mails per address and hour a mail is dropped without a word to the caller, so that an answer
   * never tells what was sent to whom. Who must know asks `mayMail` before.
   */
  async queue(queries: Queries, partnerId: string, mail: OutgoingMail): Promise<void> {
    const { email, key } = emailAddress(mail.to) ?? {};
    if (email === undefined || key === undefined)
      return this.logger.warn({ msg: 'a mail was dropped: its address is not usable', partnerId });
    const [recipientHash] = this.seal.recipientHashes(key);
    const lately = await this.mails.countLately(queries, partnerId, recipientHash);
    if (lately >= MOST_PER_HOUR && mail.notice !== true)
      return this.logger.warn({ msg: 'a mail was dropped: too many to this address', partnerId });
    const id = uuidv7();
    const body = { ...mail, to: email, subject: mail.subject.replaceAll(CONTROLS, ' ').trim() };
    const row = { id, recipientHash, sealed: this.seal.seal(id, body), state: this.firstState() };
    await this.mails.insert(queries, partnerId, row);
  }

  /** True while the address has had fewer mails in the last hour than it may get. */
  async mayMail(queries: Queries, partnerId: string, emailKey: string): Promise<boolean> {
    const [recipientHash] = this.seal.recipientHashes(emailKey);
    return (await this.mails.countLately(queries, partnerId, recipientHash)) < MOST_PER_HOUR;
  }

  /** Sends at once what was queued; to be called after the commit. */
  wake(): void {
    this.sender.wake();
  }

  /** What the sandbox kept, newest first, of all partners; nothing outside the sandbox. */
  async caught(): Promise<CaughtMail[]> {
    if (!this.settings.sandbox) return [];
    const rows = await this.mails.caught(MOST_CAUGHT);
    return rows.flatMap(({ partnerId, id, sealed, createdAt }) => {
      const body = this.seal.tryOpen(id, sealed);
      return body ? [{ partnerId, id, createdAt, ...body }] : [];
    });
  }

  private firstState(): MailState {
    if (this.settings.smtpUrl !== undefined) return 'QUEUED';
    return this.settings.sandbox ? 'CAUGHT' : 'FAILED';
  }
}
