import {
  joinConfirmMail,
  logInAttemptsMail,
  passwordChangedMail,
  setPasswordMail,
  staffInvitationMail,
  type MailContent,
  type MailStyle,
} from './mail-templates.js';

/** What stands in an example where a real mail names the person's own. */
export interface SampleValues {
  readonly gym: string;
  readonly link: string;
  readonly minutes: number;
  readonly supportEmail: string | null;
}

/** Every mail that we send, under the name that the administration knows it by. */
const SAMPLES = {
  'password-reset': setPasswordMail,
  'password-changed': passwordChangedMail,
  'log-in-attempts': logInAttemptsMail,
  'join-confirm': joinConfirmMail,
  'staff-invitation': staffInvitationMail,
} as const satisfies Record<string, (form: MailStyle, values: SampleValues) => MailContent>;

export type MailName = keyof typeof SAMPLES;
export const MAIL_NAMES = Object.keys(SAMPLES) as MailName[];

export const isMailName = (name: string): name is MailName => Object.hasOwn(SAMPLES, name);

/** Ours, with example values. */
export const sampleMail = (name: MailName, form: MailStyle, values: SampleValues): MailContent =>
  SAMPLES[name](form, values);
