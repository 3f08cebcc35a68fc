import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Settings } from '../platform/config/settings.js';
import { within } from '../platform/deadline/within.js';
import type { MailBody } from './mail-encryption.js';

/** No step of the conversation with the server may hang longer. */
const STEP_MS = 10_000;
/** Nor may all of them together; below the lease of a claimed mail. */
const SEND_MS = 60_000;

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** The server will not take this mail, now or later. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** The SMTP server of `SMTP_URL`. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private smtp: Promise<Transporter> | undefined;

  constructor(private readonly settings: Settings) {}

  get configured(): boolean {
    return this.settings.smtpUrl !== undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.smtp)?.close();
  }

  /** @param id becomes the Message-ID, the same at every try, so that a repeated mail can be recognised */
  async send(id: string, mail: MailBody, limitMs = SEND_MS): Promise<SendOutcome> {
    const { smtpUrl } = this.settings;
    if (smtpUrl === undefined) return { kind: 'failed', reason: 'no SMTP_URL' };
    const message = {
      from: this.settings.mailFrom,
      // As an object the address is taken as one address and never parsed as a list of them.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${id}@${new URL(this.settings.publicUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    try {
      const smtp = await (this.smtp ??= openTransport(smtpUrl));
      await within(limitMs, smtp.sendMail(message));
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}

/** The library is loaded when it is needed first. */
export async function openTransport(
  url: string,
  stepMs = STEP_MS,
  more: { readonly requireTLS?: boolean } = {},
): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    dnsTimeout: stepMs,
    ...more,
  });
}

/**
 * A 5xx about the envelope or the message is final. Anything else, wrong credentials too, may pass, so it is retried.
 */
function outcomeOf(error: unknown): SendOutcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  // Only codes: the server's words may repeat the address.
  const reason = [code, status].filter((part) => part !== undefined).join(' ') || 'unknown';
  const final = (code === 'EENVELOPE' || code === 'EMESSAGE') && status !== undefined;
  return { kind: final && status >= 500 ? 'refused' : 'failed', reason };
}
