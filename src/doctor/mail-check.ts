import { checkMailServer, type FailedStep } from '../mail/index.js';
import type { Check } from './checks.js';
import { ok, problem, warning } from './finding.js';

/** Of the connection, the greeting, and each answer. */
const STEP_MS = 3_000;

const FAILURES: Readonly<Record<FailedStep, readonly [text: string, fix: string]>> = {
  name: ['its name does not resolve', 'correct the host in SMTP_URL'],
  connection: [
    'it cannot be reached',
    'correct host and port in SMTP_URL, and let this host connect to it (firewall, NetworkPolicy)',
  ],
  certificate: [
    'its certificate is not trusted here',
    'name the host as its certificate does, or its authority in NODE_EXTRA_CA_CERTS',
  ],
  encryption: [
    'it cannot be talked to with TLS',
    'use smtps:// for a port that begins with TLS (465), smtp:// for one that offers STARTTLS (587)',
  ],
  'log-in': ['it refuses the log-in', 'correct user and password in SMTP_URL (percent-encoded)'],
  talk: ['it does not answer as a mail server', 'correct host and port in SMTP_URL'],
};

/** No mail is sent. */
export const mail: Check = async (settings) => {
  const { smtpUrl } = settings;
  if (smtpUrl === undefined)
    return [warning('off: no mail leaves, links stand on screens instead', 'set SMTP_URL')];
  const { host, hostname } = new URL(smtpUrl);
  const state = await checkMailServer({ ...settings, smtpUrl }, STEP_MS);
  if (state.kind === 'fails') {
    const [text, fix] = FAILURES[state.step];
    return [problem(`${host}: ${text} (${state.reason})`, fix)];
  }
  const logIn = state.logsIn ? 'takes the log-in' : 'answers';
  if (state.isEncrypted) return [ok(`${host} ${logIn}, with TLS`)];
  const text = `${host} ${logIn}, without TLS`;
  if (isThisHost(hostname)) return [ok(text)];
  return [warning(`${text}: mails and the password can be read on the way`, 'use smtps://')];
};

const isThisHost = (name: string) => /^(localhost|127\..*|\[::1\])$/.test(name);
