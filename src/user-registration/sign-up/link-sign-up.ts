import { Injectable } from '@nestjs/common';
import { PasswordRules } from '../../accounts/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import type { Partner } from '../../partners/index.js';
import { emailFaultOf, isGood, readForm } from './join-form.js';
import { JoinMails } from './join-mails.js';
import { ImmediateSignUp } from './immediate-sign-up.js';
import type { MailForm, MailResult, SignUpForm, SignUpResult } from '../links/joining.types.js';
import { OpenLinks } from '../links/open-links.js';

/** What a person without a log-in does on the landing page (2.3). */
@Injectable()
export class LinkSignUp {
  constructor(
    private readonly links: OpenLinks,
    private readonly rules: PasswordRules,
    private readonly immediate: ImmediateSignUp,
    private readonly mails: JoinMails,
  ) {}

  async signUp(partner: Partner, form: SignUpForm): Promise<SignUpResult> {
    const link = await this.links.inspect(partner.id, form.token);
    if (link.kind !== 'open') return { kind: 'invalid-token' };
    const good = await readForm(partner.id, form, this.rules);
    if (!isGood(good)) return { kind: 'bad-input', fields: good };
    const { token, prefill } = link;
    const { address, person } = good;
    const sent = emailAddress(prefill.email);
    if (sent?.key === address.key) {
      const join = { token, address: sent, person, password: form.password };
      const joined = await this.immediate.join(partner.id, join);
      if (joined) return joined;
    }
    // The password typed here is not kept: the owner of the address chooses one when it is proven.
    const state = { link: form.token, ...person, setPassword: false };
    return this.mails.send(partner, { token, address, state });
  }

  async mailPassword(partner: Partner, form: MailForm): Promise<MailResult> {
    const { token: text, email, language } = form;
    const link = await this.links.inspect(partner.id, text);
    if (link.kind !== 'open') return { kind: 'invalid-token' };
    const address = emailAddress(email);
    if (!address) return { kind: 'bad-input', fields: { email: emailFaultOf(email) } };
    const state = { link: text, setPassword: true, ...(language && { language }) };
    return this.mails.send(partner, { token: link.token, address, state });
  }
}
