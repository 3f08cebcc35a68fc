import { MAIL_LANGUAGES, MAIL_TEXTS, type MailLanguage, type MailText } from './mail-texts.js';
import { STAFF_MAIL_TEXTS } from './staff-mail-texts.js';

export type { MailLanguage } from './mail-texts.js';

/** Everything of a mail but its address. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailValues {
  /** The name under which the person knows the sender. */
  readonly gym: string;
  /** Absolute, made from the configured origin; never from a request. */
  readonly link: string;
  /** How long the link is valid. */
  readonly minutes: number;
}

/**
 * The first of these languages or locales (`pt`, `pt-BR`) that our mails are written in; English when there is none.
 */
export function mailLanguage(...preferred: readonly (string | null | undefined)[]): MailLanguage {
  const languages = preferred.map((one) => one?.trim().toLowerCase().split(/[-_]/)[0]);
  const spoken = languages.flatMap((language) =>
    MAIL_LANGUAGES.filter((known) => known === language),
  );
  return spoken[0] ?? 'en';
}

/** To an address that was typed on the join page: the join is made when its link is used. */
export const joinConfirmMail = (language: MailLanguage, values: MailValues): MailContent =>
  render(MAIL_TEXTS[language]['join-confirm'], language, values);

/** To the address of an account: sets a first password or another one. */
export const setPasswordMail = (language: MailLanguage, values: MailValues): MailContent =>
  render(MAIL_TEXTS[language]['set-password'], language, values);

/** To a person who is to work for a partner. */
export const staffInvitationMail = (
  language: MailLanguage,
  values: Pick<MailValues, 'gym' | 'link'>,
): MailContent => render(STAFF_MAIL_TEXTS[language]['staff-invitation'], language, values);

/** To a person who is to work for the operator. */
export const operatorInvitationMail = (
  language: MailLanguage,
  values: Pick<MailValues, 'link'>,
): MailContent =>
  render(STAFF_MAIL_TEXTS[language]['operator-invitation'], language, {
    ...values,
    gym: 'Gatehouse',
  });

/** Notifies a person of the staff of a change of how they prove who they are. */
export const secondFactorMail = (
  language: MailLanguage,
  change: 'factor-added' | 'factor-removed' | 'codes-renewed',
): MailContent => render(STAFF_MAIL_TEXTS[language][change], language, { gym: 'Gatehouse' });

/** `supportEmail` is where to report it: the gym itself when there is none. */
export const passwordChangedMail = (
  language: MailLanguage,
  { gym, supportEmail }: { readonly gym: string; readonly supportEmail?: string | null },
): MailContent => {
  const values = { gym, contact: supportEmail ?? gym };
  return render(MAIL_TEXTS[language]['password-changed'], language, values);
};

/** A warning that the password is being guessed. */
export const logInAttemptsMail = (
  language: MailLanguage,
  { gym, supportEmail }: { readonly gym: string; readonly supportEmail?: string | null },
): MailContent => {
  const values = { gym, contact: supportEmail ?? gym };
  return render(MAIL_TEXTS[language]['log-in-attempts'], language, values);
};

type Values = Partial<MailValues> & { readonly gym: string; readonly contact?: string };

function render(text: MailText, language: MailLanguage, values: Values): MailContent {
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(gym|minutes|contact)\}/g, (_, name: 'gym' | 'minutes' | 'contact') =>
      oneLine(String(values[name] ?? '')),
    );
  const link = values.link === undefined ? undefined : checkedLink(values.link);
  const paragraphs = text.paragraphs.map(fill);
  const closing = fill(text.closing);
  const button =
    link && text.action
      ? [`<p><a href="${escapedHtml(link)}">${escapedHtml(text.action)}</a></p>`]
      : [];
  const html = [
    ...paragraphs.map((line) => `<p>${escapedHtml(line)}</p>`),
    ...button,
    ...(link ? [`<p>${escapedHtml(link)}</p>`] : []),
    `<p>${escapedHtml(closing)}</p>`,
  ].join('\n');
  return {
    subject: fill(text.subject),
    text: [...paragraphs, ...(link ? [link] : []), closing].join('\n\n'),
    html: `<!doctype html>\n<html lang="${language}"><body>\n${html}\n</body></html>\n`,
  };
}

/** A gym's name is its own, but it cannot add lines to a mail or its header. */
export const oneLine = (value: string): string =>
  value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

function checkedLink(link: string): string {
  const { protocol, href } = new URL(link);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('a mailed link must be http');
  return href;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapedHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
