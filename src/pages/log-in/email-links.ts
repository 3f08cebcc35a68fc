import { Injectable } from '@nestjs/common';
import { agreementsOf, type Agreement, type Partner } from '../../partners/index.js';
import { Joining, type Confirmation, type FinishResult } from '../../user-registration/index.js';
import { PasswordResetLinks } from './password-reset-links.js';

/** What the page asks for. Who ends a join proves the address now, so only now their consent counts. */
type EmailLink = Confirmation & { readonly agreements: readonly Agreement[] };

/** A mailed link leads to one page, whatever it was mailed for: another password, or the end of a join. */
@Injectable()
export class EmailLinks {
  constructor(
    private readonly joining: Joining,
    private readonly newPasswords: PasswordResetLinks,
  ) {}

  /** What the token will do. Reading changes nothing. */
  async inspect(partner: Partner, token: string): Promise<EmailLink> {
    const email = await this.newPasswords.emailFor(partner.id, token);
    return email === undefined
      ? { ...(await this.joining.confirm(partner, token)), agreements: agreementsOf(partner) }
      : { kind: 'set-password', maskedEmail: email, agreements: [] };
  }

  /** Does it. A password is read only where `look` asked for one. */
  async complete(partner: Partner, token: string, password: string): Promise<FinishResult> {
    const email = await this.newPasswords.emailFor(partner.id, token);
    return email === undefined
      ? this.joining.finish(partner, token, password)
      : this.newPasswords.setPassword(partner.id, token, password);
  }
}
