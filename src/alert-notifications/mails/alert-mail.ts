import { alertsMail, type MailContent, type MailStyle } from '../../mail/index.js';
import { alertTextOf } from '../texts/alert-texts.js';
import { ALERT_MAIL_WORDS } from './alert-mail-words.js';
import type { MailedAlert } from './alert-mails.repository.js';

export interface AlertDigest {
  /** Whose they are: the name of the partner, or of the program. */
  readonly owner: string;
  readonly link: string;
  readonly timeZone: string;
  readonly isDaily: boolean;
  readonly alerts: readonly MailedAlert[];
}

/** A person reads no more. */
const MOST_SHOWN = 20;

/** What was opened, with what to do about each. Details stay behind the link: they may name people. */
export function alertMail(form: MailStyle, digest: AlertDigest): MailContent {
  const words = ALERT_MAIL_WORDS[form.language];
  const { link, alerts } = digest;
  const shown = alerts.slice(0, MOST_SHOWN);
  const rest = alerts.length - shown.length;
  const lines = shown.map((alert) => lineOf(form, digest, alert));
  return alertsMail(form, {
    subject: subjectOf(form, digest),
    lines: [...lines, ...(rest > 0 ? [words.more(rest)] : [])],
    action: words.action,
    link,
    closing: words.closing,
  });
}

function subjectOf({ language }: MailStyle, { owner, isDaily, alerts }: AlertDigest): string {
  const words = ALERT_MAIL_WORDS[language];
  const [first, ...others] = alerts;
  if (isDaily || !first) return words.daily(owner, alerts.length);
  return others.length > 0
    ? words.several(owner, alerts.length)
    : words.one(owner, alertTextOf(language, first.code)[0]);
}

function lineOf(
  { language }: MailStyle,
  { timeZone }: AlertDigest,
  { code, gymName, openedAt, closedAt }: MailedAlert,
): string {
  const words = ALERT_MAIL_WORDS[language];
  const [meaning, advice] = alertTextOf(language, code);
  const time = new Intl.DateTimeFormat(language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  });
  const place = [...(gymName === null ? [] : [gymName]), time.format(openedAt)].join(', ');
  const state = closedAt ? words.closed(time.format(closedAt)) : advice;
  return `${meaning} (${place}). ${state}`;
}
