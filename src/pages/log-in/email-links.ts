import { Injectable } from '@nestjs/common';
import { agreementsOf, type Agreement, type Partner } from '../../partners/index.js';
import { Joining, type Confirmation, type FinishResult } from '../../user-registration/index.js';
import { PasswordResetLinks, type NewPasswordInput } from './password-reset-links.js';

/** What the page needs. A sign-up proves the address with this link, so consent counts only now. */
type EmailLink = Confirmation & { readonly agreements: readonly Agreement[] };

/** All mailed links open one page: to set another password, or to complete a sign-up. */
@Injectable()
export class EmailLinks {
  constructor(
    private readonly joining: Joining,
    private readonly newPasswords: PasswordResetLinks,
  ) {}

  /** What the token is for. Does not use it up. */
  async inspect(partner: Partner, token: string): Promise<EmailLink> {
    const email = await this.newPasswords.emailFor(partner.id, token);
    return email === undefined
      ? { ...(await this.joining.confirm(partner, token)), agreements: agreementsOf(partner) }
      : { kind: 'set-password', maskedEmail: email, agreements: [] };
  }

  /** Uses the token. The password is read only where `inspect` requires one. */
  async complete(partner: Partner, form: NewPasswordInput): Promise<FinishResult> {
    const { token, password } = form;
    const email = await this.newPasswords.emailFor(partner.id, token);
    return email === undefined
      ? this.joining.finish(partner, token, password)
      : this.newPasswords.setPassword(partner.id, form);
  }
}
