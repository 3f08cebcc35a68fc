import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { emailAddress } from '../platform/values/email-address.js';
import { Settings } from '../platform/config/settings.js';
import { uuidv7 } from '../platform/crypto/uuid.js';
import type { Queries } from '../platform/database/database.js';
import { remainingMs, currentRequest } from '../platform/deadline/request-context.js';
import { networkOf } from '../platform/http/network.js';
import { MailSettlement } from './mail-settlement.js';
import { MailEncryption, type MailBody } from './mail-encryption.js';
import { MailSenderWorker } from './mail-sender.worker.js';
import {
  MailsRepository,
  type ClaimedMail,
  type RecentMailCounts,
  type MailState,
} from './mails.repository.js';

export interface OutgoingMail extends MailBody {
  /** About the security of the account: the limits of mails do not apply to it. */
  readonly isSecurityMail?: boolean;
  /** Of the token that its link carries, when that sets the password of an account. */
  readonly resetTokenHash?: Buffer;
  /** The network or the lineage of the API key that causes it; the network of the request where it is absent. */
  readonly requester?: string;
}

/** A mail that the sandbox kept instead of sending it. */
export interface CaughtMail extends MailBody {
  readonly partnerId: string;
  readonly id: string;
  readonly createdAt: Date;
}

/** What the answer still needs after the conversation with the mail server: one small transaction. */
const RESERVE_MS = 600;
const NOW_MS = 2_500;

/** To one address, for one requester: a stranger who requests mails must not use up what its owner may get. */
const MOST_PER_HOUR = 5;
const MOST_FROM_ALL_REQUESTERS = 20;
const MOST_CAUGHT = 100;

const isTooMany = ({ own, all }: RecentMailCounts): boolean =>
  own >= MOST_PER_HOUR || all >= MOST_FROM_ALL_REQUESTERS;

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Mail to people. `queue` stores an encrypted row in the caller's transaction; a worker sends it after the commit.
 * Without a server the sandbox keeps what would have been sent, and any other installation marks it FAILED.
 */
@Injectable()
export class Mailbox implements OnModuleInit {
  private readonly logger = new Logger('mailbox');
  private readonly send = () => this.sender.wake();

  constructor(
    private readonly mails: MailsRepository,
    private readonly encryption: MailEncryption,
    private readonly sender: MailSenderWorker,
    private readonly settlement: MailSettlement,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (this.firstState() === 'FAILED')
      this.logger.warn('SMTP_URL is not set: mail is not sent. Set SMTP_URL and MAIL_FROM');
  }

  /**
   * Beyond 5 mails per address, requester and hour (20 for all requesters) a mail is dropped and the caller gets no
   * sign of it, so that no answer reveals what was sent to whom. A caller that must know calls `mayMailReset` before.
   * Mails that reset a password are counted apart: a mail about a changed password must not use up the next (U-24).
   */
  async queue(queries: Queries, partnerId: string, mail: OutgoingMail): Promise<void> {
    await this.add(queries, partnerId, mail, false);
    queries.afterCommit(this.send);
  }

  /**
   * For a caller whose answer depends on whether the mail was sent: stores it in the caller's transaction, for
   * `sendNow` after the commit. Undefined, and nothing is stored, when the address has reached its limit.
   */
  prepare(
    queries: Queries,
    partnerId: string,
    mail: OutgoingMail,
  ): Promise<ClaimedMail | undefined> {
    return this.add(queries, partnerId, mail, true);
  }

  /** One try within what is left of the request. True when the server, or the sandbox, has taken the mail. */
  async sendNow(mail: ClaimedMail, longestMs = NOW_MS): Promise<boolean> {
    if (this.firstState() !== 'QUEUED') return this.canSend;
    return this.sender.sendNow(mail, Math.max(0, remainingMs(longestMs) - RESERVE_MS));
  }

  /** False in an installation without mail server and sandbox: nothing will ever be sent. */
  get canSend(): boolean {
    return this.firstState() !== 'FAILED';
  }

  /** True while the address has had fewer mails that reset a password in the last hour than it may get. */
  async mayMailReset(
    queries: Queries,
    partnerId: string,
    { emailKey, requester }: { readonly emailKey: string; readonly requester: string },
  ): Promise<boolean> {
    const recipientHashes = this.encryption.recipientHashes(emailKey);
    const query = { recipientHashes, requester, isReset: true };
    return !isTooMany(await this.mails.countRecent(queries, partnerId, query));
  }

  /** How many mails the requester caused in the last hour. */
  countOf(queries: Queries, partnerId: string, requester: string): Promise<number> {
    return this.mails.countOf(queries, partnerId, requester);
  }

  /** What the sandbox kept, newest first, of all partners; nothing outside the sandbox. */
  async caught(): Promise<CaughtMail[]> {
    if (!this.settings.sandbox) return [];
    const rows = await this.mails.caught(MOST_CAUGHT);
    return rows.flatMap(({ partnerId, id, encryptedBody, createdAt }) => {
      const body = this.encryption.tryDecrypt(id, encryptedBody);
      return body ? [{ partnerId, id, createdAt, ...body }] : [];
    });
  }

  /** Deletes every mail to these addresses, whatever its state. */
  async erase(queries: Queries, partnerId: string, emailKeys: readonly string[]): Promise<void> {
    const recipients = emailKeys.flatMap((key) => this.encryption.recipientHashes(key));
    await this.mails.erase(queries, partnerId, recipients);
  }

  private async add(
    queries: Queries,
    partnerId: string,
    mail: OutgoingMail,
    claimed: boolean,
  ): Promise<ClaimedMail | undefined> {
    const address = emailAddress(mail.to);
    if (!address) return this.drop(partnerId, 'its address is not usable');
    const recipientHashes = this.encryption.recipientHashes(address.key);
    const [recipientHash] = recipientHashes;
    const isReset = mail.resetTokenHash !== undefined;
    const requester = mail.requester ?? networkOf(currentRequest()?.source ?? '');
    const query = { recipientHashes, requester, isReset };
    const recent = await this.mails.countRecent(queries, partnerId, query);
    if (isTooMany(recent) && mail.isSecurityMail !== true)
      return this.drop(partnerId, 'too many to this address');
    const id = uuidv7();
    const subject = mail.subject.replaceAll(CONTROLS, ' ').trim();
    const encryptedBody = this.encryption.encrypt(id, { ...mail, to: address.email, subject });
    const [state, resetTokenHash] = [this.firstState(), mail.resetTokenHash ?? null];
    const row = { id, recipientHash, encryptedBody, state, resetTokenHash, claimed, requester };
    const added = await this.mails.insert(queries, partnerId, row);
    await this.settlement.follow(queries, added, state);
    return added;
  }

  private drop(partnerId: string, reason: string): undefined {
    this.logger.warn({ msg: 'a mail was dropped', partnerId, reason });
    return undefined;
  }

  private firstState(): MailState {
    if (this.settings.smtpUrl !== undefined) return 'QUEUED';
    return this.settings.sandbox ? 'CAUGHT' : 'FAILED';
  }
}
