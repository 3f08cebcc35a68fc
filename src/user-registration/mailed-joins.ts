import { Injectable } from '@nestjs/common';
import { laneOf, Passwords } from '../accounts/index.js';
import { masked } from './confirmed-email.js';
import { JoinTargets } from './join-targets.js';
import type { BadFields, Confirmation, FinishResult } from './joining.types.js';
import { MailedLinks } from './mailed-links.js';
import { asksPassword, ProvenJoins } from './proven-joins.js';

/** The second half of a join: the person proves the address by using the mailed link. */
@Injectable()
export class MailedJoins {
  constructor(
    private readonly mailedLinks: MailedLinks,
    private readonly targets: JoinTargets,
    private readonly passwords: Passwords,
    private readonly joins: ProvenJoins,
  ) {}

  async confirm(partnerId: string, clear: string): Promise<Confirmation> {
    const link = await this.mailedLinks.open(partnerId, clear);
    if (!link) return { kind: 'invalid' };
    const target = await this.targets.find(partnerId, link.mailed.emailKey);
    const kind = asksPassword(target, link.state) ? 'set-password' : 'link-only';
    return { kind, maskedEmail: masked(link.mailed.email) };
  }

  async finish(partnerId: string, clear: string, password: string): Promise<FinishResult> {
    const link = await this.mailedLinks.open(partnerId, clear);
    if (!link) return { kind: 'invalid-token' };
    const target = await this.targets.find(partnerId, link.mailed.emailKey);
    if (!asksPassword(target, link.state))
      return this.joins.finish(partnerId, { ...link, clear, passwordHash: null });
    const fields = this.faultsOf(password, link.mailed.email);
    if (fields) return { kind: 'bad-input', fields };
    const passwordHash = await this.passwords.hash(password, laneOf(partnerId));
    return this.joins.finish(partnerId, { ...link, clear, passwordHash });
  }

  private faultsOf(password: string, email: string): BadFields | undefined {
    const fault = this.passwords.fault(password, email);
    return fault && { password: password === '' ? 'missing' : fault };
  }
}
