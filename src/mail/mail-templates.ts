import { mailHtml, oneLine } from './mail-html.js';
import type { MailBrand } from './mail-brand.js';
import { MAIL_LANGUAGES, MAIL_TEXTS, type MailLanguage, type MailText } from './mail-texts.js';
import { STAFF_MAIL_TEXTS } from './staff-mail-texts.js';

export type { MailLanguage } from './mail-texts.js';

/** Everything of a mail but its address. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** In which language, and how it shows whose it is. */
export interface MailStyle {
  readonly language: MailLanguage;
  readonly brand: MailBrand;
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

const OURS = { gym: 'Gatehouse' };

/** To an address that was typed on the join page: the join is made when its link is used. */
export const joinConfirmMail = (form: MailStyle, values: MailValues): MailContent =>
  render(MAIL_TEXTS[form.language]['join-confirm'], form, values);

/** To the address of an account: sets a first password or another one. */
export const setPasswordMail = (form: MailStyle, values: MailValues): MailContent =>
  render(MAIL_TEXTS[form.language]['set-password'], form, values);

/** To a person who is to work for a partner. */
export const staffInvitationMail = (
  form: MailStyle,
  values: Pick<MailValues, 'gym' | 'link'>,
): MailContent => render(STAFF_MAIL_TEXTS[form.language]['staff-invitation'], form, values);

/** To a person who is to work for the operator. */
export const operatorInvitationMail = (
  form: MailStyle,
  values: Pick<MailValues, 'link'>,
): MailContent =>
  render(STAFF_MAIL_TEXTS[form.language]['operator-invitation'], form, { ...values, ...OURS });

/** Notifies a person of the staff of a change of how they prove who they are. */
export const secondFactorMail = (
  form: MailStyle,
  change: 'factor-added' | 'factor-removed' | 'codes-renewed',
): MailContent => render(STAFF_MAIL_TEXTS[form.language][change], form, OURS);

/** `supportEmail` is where to report it: the gym itself when there is none. */
interface ReportableTo {
  readonly gym: string;
  readonly supportEmail?: string | null;
}

export const passwordChangedMail = (
  form: MailStyle,
  { gym, supportEmail }: ReportableTo,
): MailContent =>
  render(MAIL_TEXTS[form.language]['password-changed'], form, {
    gym,
    contact: supportEmail ?? gym,
  });

/** A warning that the password is being guessed. */
export const logInAttemptsMail = (
  form: MailStyle,
  { gym, supportEmail }: ReportableTo,
): MailContent =>
  render(MAIL_TEXTS[form.language]['log-in-attempts'], form, { gym, contact: supportEmail ?? gym });

interface AlertsMailParts {
  readonly subject: string;
  readonly lines: readonly string[];
  /** On the button that leads to `link`. */
  readonly action: string;
  readonly link: string;
  readonly closing: string;
}

/** To people of the staff: alerts, one on a line. */
export function alertsMail(
  { language, brand }: MailStyle,
  { subject, lines, action, link, closing }: AlertsMailParts,
): MailContent {
  const paragraphs = lines.map(oneLine);
  const button = { text: action, link: checkedLink(link) };
  return {
    subject,
    text: [...paragraphs, button.link, closing].join('\n\n'),
    html: mailHtml({ language, title: subject, paragraphs, button, closing }, brand),
  };
}

type Values = Partial<MailValues> & { readonly gym: string; readonly contact?: string };

function render(text: MailText, { language, brand }: MailStyle, values: Values): MailContent {
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(gym|minutes|contact)\}/g, (_, name: 'gym' | 'minutes' | 'contact') =>
      oneLine(String(values[name] ?? '')),
    );
  const link = values.link === undefined ? undefined : checkedLink(values.link);
  const subject = fill(text.subject);
  const paragraphs = text.paragraphs.map(fill);
  const closing = fill(text.closing);
  const button = link && text.action ? { text: text.action, link } : undefined;
  return {
    subject,
    text: [...paragraphs, ...(link ? [link] : []), closing].join('\n\n'),
    html: mailHtml({ language, title: subject, paragraphs, button, closing }, brand),
  };
}

function checkedLink(link: string): string {
  const { protocol, href } = new URL(link);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('a mailed link must be http');
  return href;
}
