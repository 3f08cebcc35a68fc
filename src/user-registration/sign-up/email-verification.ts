import { Injectable } from '@nestjs/common';
import {
  hashClientOf,
  PasswordRules,
  Passwords,
  type PasswordSetter,
} from '../../accounts/index.js';
import { maskEmail } from '../links/confirmed-email.js';
import { JoinTargets, type JoinTarget } from './join-targets.js';
import type { BadFields, Confirmation, FinishResult } from '../links/joining.types.js';
import { MailedLinks, type MailedLink } from './mailed-links.js';
import { needsPassword, VerifiedSignUp } from './verified-sign-up.js';

/** The second half of a join: the person proves the address by using the mailed link. */
@Injectable()
export class EmailVerification {
  constructor(
    private readonly mailedLinks: MailedLinks,
    private readonly targets: JoinTargets,
    private readonly rules: PasswordRules,
    private readonly passwords: Passwords,
    private readonly joins: VerifiedSignUp,
  ) {}

  async confirm(partnerId: string, clear: string): Promise<Confirmation> {
    const link = await this.mailedLinks.open(partnerId, clear);
    if (!link) return { kind: 'invalid' };
    const target = await this.targets.find(partnerId, link.mailed.emailKey);
    const kind = needsPassword(target, link.state) ? 'set-password' : 'link-only';
    return { kind, maskedEmail: maskEmail(link.mailed.email) };
  }

  async finish(partnerId: string, clear: string, password: string): Promise<FinishResult> {
    const link = await this.mailedLinks.open(partnerId, clear);
    if (!link) return { kind: 'invalid-token' };
    const target = await this.targets.find(partnerId, link.mailed.emailKey);
    if (!needsPassword(target, link.state))
      return this.joins.finish(partnerId, { ...link, clear, passwordHash: null });
    const fields = await this.faultsOf(partnerId, password, setterOf(link, target));
    if (fields) return { kind: 'bad-input', fields };
    const passwordHash = await this.passwords.hash(password, hashClientOf(partnerId));
    return this.joins.finish(partnerId, { ...link, clear, passwordHash });
  }

  private async faultsOf(
    partnerId: string,
    password: string,
    setter: PasswordSetter,
  ): Promise<BadFields | undefined> {
    const fault = await this.rules.fault(partnerId, password, setter);
    return fault && { password: password === '' ? 'missing' : fault };
  }
}

const setterOf = (
  { mailed: { email }, state }: MailedLink,
  { customer }: JoinTarget,
): PasswordSetter => ({
  email,
  names: [state.firstName, state.lastName],
  customerId: customer?.id,
});
