import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Episode } from '../platform/logging/episode.js';
import { Workers, type WorkLoop } from '../platform/worker/workers.js';
import { MailSettlement } from './mail-settlement.js';
import { MailEncryption } from './mail-encryption.js';
import { MailTransport } from './mail-transport.js';
import { MAIL_DUE_SINCE_SQL, MailsRepository, type ClaimedMail } from './mails.repository.js';

const AT_ONCE = 5;
const EVERY_MS = 2_000;
/** The rate depends on the server, too. */
const QUEUE = { waitingSinceSql: MAIL_DUE_SINCE_SQL, lateAfterSeconds: 600 };
const GRACE_MS = 5_000;
/** Five retries within 20 minutes: a mail that arrives after its link has expired is useless. */
const RETRY_AFTER_SECONDS = [5, 30, 120, 300, 720];

const AWAY = {
  begins: 'the mail server takes no mail; it will be tried again',
  lasts: 'the mail server still takes no mail',
  over: 'the mail server takes mail again',
  endsByItself: false,
} as const;

/** Sends queued mail to the SMTP server, in every replica: each claims mails that no other has claimed. */
@Injectable()
export class MailSenderWorker implements OnModuleInit {
  private readonly logger = new Logger('mail-sender');
  private readonly away = new Episode(this.logger, AWAY);
  private loop: WorkLoop | undefined;

  constructor(
    private readonly mails: MailsRepository,
    private readonly encryption: MailEncryption,
    private readonly transport: MailTransport,
    private readonly settlement: MailSettlement,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    if (!this.transport.configured) return;
    const run = (stopping: AbortSignal) => this.sendDue(stopping);
    this.loop = this.workers.add({
      name: 'mail.sender',
      role: 'worker',
      queue: QUEUE,
      everyMs: EVERY_MS,
      run,
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  /**
   * One try, for a caller that waits for its outcome: a mail that is not accepted in time fails for good.
   * @param limitMs for the conversation with the server
   */
  async sendNow(mail: ClaimedMail, limitMs: number): Promise<boolean> {
    const body = this.encryption.tryDecrypt(mail.id, mail.encryptedBody);
    if (!body) throw new Error('a mail that was just encrypted cannot be decrypted');
    const outcome = await this.transport.send(mail.id, body, limitMs);
    if (outcome.kind === 'sent') await this.settlement.settle(mail, 'SENT');
    else await this.failed(mail, outcome.reason, true);
    return outcome.kind === 'sent';
  }

  /** A server that hangs does not hold up a stop: what it has not answered by then is sent again later. */
  private async sendDue(stopping: AbortSignal): Promise<number> {
    const due = await this.mails.claim(AT_ONCE);
    const sent = Promise.allSettled(due.map((mail) => this.sendOne(mail)));
    const ended = new AbortController();
    const results = await Promise.race([sent, graceAfter(stopping, ended.signal)]);
    ended.abort();
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    return due.length;
  }

  private async sendOne(mail: ClaimedMail): Promise<void> {
    const body = this.encryption.tryDecrypt(mail.id, mail.encryptedBody);
    if (!body) return this.failed(mail, 'it cannot be decrypted: its key is gone', true);
    const outcome = await this.transport.send(mail.id, body);
    if (outcome.kind === 'sent') await this.settlement.settle(mail, 'SENT');
    else await this.failed(mail, outcome.reason, outcome.kind === 'refused');
    if (outcome.kind === 'failed') this.away.occurs(() => ({ reason: outcome.reason }));
    else this.away.end();
  }

  private async failed(mail: ClaimedMail, reason: string, final: boolean): Promise<void> {
    const { partnerId, id, attempts } = mail;
    const wait = final ? undefined : RETRY_AFTER_SECONDS[attempts - 1];
    const facts = { partnerId, mailId: id, attempts, reason };
    if (wait === undefined) {
      this.logger.error({ msg: 'a mail was not sent and is given up', ...facts });
      await this.settlement.settle(mail, 'FAILED');
    } else {
      this.logger.debug({ msg: 'a mail was not sent; it will be tried again', ...facts });
      await this.mails.retry(mail, wait);
    }
  }
}

/** Ends with nothing, some seconds after the signal. */
function graceAfter(stopping: AbortSignal, unless: AbortSignal): Promise<[]> {
  return new Promise((resolve) => {
    const wait = () => setTimeout(() => resolve([]), GRACE_MS).unref();
    if (stopping.aborted) wait();
    else stopping.addEventListener('abort', wait, { once: true, signal: unless });
  });
}
