import type { Settings } from '../platform/config/settings.js';
import { openTransport } from './mail-transport.js';

/** What a mail server says to a log-in; nothing is sent. */
export type MailServerState =
  | { readonly kind: 'accepts'; readonly isEncrypted: boolean; readonly logsIn: boolean }
  | { readonly kind: 'fails'; readonly step: FailedStep; readonly reason: string };

export type FailedStep = 'name' | 'connection' | 'certificate' | 'encryption' | 'log-in' | 'talk';

/** Connects, encrypts where the server can, and logs in with what `SMTP_URL` says. */
export async function checkMailServer(
  { smtpUrl }: Settings & { readonly smtpUrl: string },
  stepMs: number,
): Promise<MailServerState> {
  const failure = await logIn(smtpUrl, stepMs);
  if (failure) return { kind: 'fails', step: stepOf(failure), reason: reasonOf(failure) };
  const { protocol, username } = new URL(smtpUrl);
  const isEncrypted =
    protocol === 'smtps:' || (await logIn(smtpUrl, stepMs, { requireTLS: true })) === undefined;
  return { kind: 'accepts', isEncrypted, logsIn: username !== '' };
}

async function logIn(url: string, stepMs: number, more = {}): Promise<unknown> {
  const smtp = await openTransport(url, stepMs, more);
  try {
    await smtp.verify();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    smtp.close();
  }
}

const STEPS: Readonly<Record<string, FailedStep>> = {
  EDNS: 'name',
  ENOTFOUND: 'name',
  EAUTH: 'log-in',
  ENOAUTH: 'log-in',
  ETLS: 'encryption',
  ESOCKET: 'connection',
  ECONNECTION: 'connection',
  ETIMEDOUT: 'connection',
};

function stepOf(error: unknown): FailedStep {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (/certificate|altnames|self.signed/i.test(String(message))) return 'certificate';
  if (/wrong version number|SSL routines|tls/i.test(String(message))) return 'encryption';
  return STEPS[String(code)] ?? 'talk';
}

/** Only codes: the server's words may repeat what the client sent. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown';
}
