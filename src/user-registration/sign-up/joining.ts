import { Injectable } from '@nestjs/common';
import { LogIns, type LogInCredentials } from '../../accounts/index.js';
import type { Partner } from '../../partners/index.js';
import { AccountLinks } from './account-links.js';
import { maskEmail } from '../links/confirmed-email.js';
import type {
  Confirmation,
  FinishResult,
  LinkResult,
  LogInResult,
  LinkPreview,
  MailForm,
  MailResult,
  SignUpForm,
  SignUpResult,
} from '../links/joining.types.js';
import { EmailVerification } from './email-verification.js';
import { OpenLinks } from '../links/open-links.js';
import { LinkSignUp } from './link-sign-up.js';

/**
 * How a person with a registration link becomes a customer with an account: what the hosted pages call. Every outcome
 * is a value; storage that is down throws `request.unavailable`.
 */
@Injectable()
export class Joining {
  constructor(
    private readonly links: OpenLinks,
    private readonly signUps: LinkSignUp,
    private readonly verification: EmailVerification,
    private readonly accountLinks: AccountLinks,
    private readonly logIns: LogIns,
  ) {}

  /** The state of a link token and what to fill the form with. Reading changes nothing. */
  async preview(partner: Partner, token: string): Promise<LinkPreview> {
    const link = await this.links.inspect(partner.id, token);
    if (link.kind !== 'open') return { kind: link.kind };
    const { email } = link.prefill;
    const shown = email !== undefined && { maskedEmail: maskEmail(email) };
    return { kind: 'open', prefill: link.prefill, ...shown };
  }

  /** Signs up at once with Wellhub's own e-mail when no customer has it yet; any other address is mailed first. */
  signUp(partner: Partner, form: SignUpForm): Promise<SignUpResult> {
    return this.signUps.signUp(partner, form);
  }

  /** Links nothing: the page shows "Link …?" first. @throws request.unavailable when too many log in */
  async logIn(partner: Partner, credentials: LogInCredentials): Promise<LogInResult> {
    const account = await this.logIns.attempt(partner.id, credentials);
    return account ? { kind: 'ok', accountId: account.id } : { kind: 'refused' };
  }

  /** After log-in and consent. */
  link(partner: Partner, token: string, accountId: string): Promise<LinkResult> {
    return this.accountLinks.link(partner.id, token, accountId);
  }

  /** "Set a password by mail": the same answer whether or not a customer has the address. */
  mailPassword(partner: Partner, form: MailForm): Promise<MailResult> {
    return this.signUps.mailPassword(partner, form);
  }

  /** What a mailed token (`/{slug}/confirm?token=`) will do. Reading changes nothing. */
  confirm(partner: Partner, mailedToken: string): Promise<Confirmation> {
    return this.verification.confirm(partner.id, mailedToken);
  }

  /** Makes account, join and link. `password` is required when `confirm` returned `set-password`. */
  finish(partner: Partner, mailedToken: string, password = ''): Promise<FinishResult> {
    return this.verification.finish(partner.id, mailedToken, password);
  }
}
