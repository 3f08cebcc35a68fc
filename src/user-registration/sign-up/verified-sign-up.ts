import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { GpwLinks } from '../user-status/gpw-links.js';
import { JoinAccounts, type MailedPassword } from './join-accounts.js';
import type { JoinState } from './join-states.js';
import { JoinTargets, type JoinTarget } from './join-targets.js';
import type { FinishResult } from '../links/joining.types.js';
import { MailedLinks } from './mailed-links.js';

/** Everything that a mailed token finishes. */
export interface ProvenJoin extends MailedPassword {
  readonly clear: string;
}

/** An account without a password needs one, and so does a person without an account. */
export const needsPassword = ({ account }: JoinTarget, { setPassword }: JoinState): boolean =>
  setPassword || !account?.hasPassword;

/** Makes account, join and link in one transaction, for an address that is proven. */
@Injectable()
export class VerifiedSignUp {
  constructor(
    private readonly db: Database,
    private readonly mailedLinks: MailedLinks,
    private readonly targets: JoinTargets,
    private readonly links: GpwLinks,
    private readonly accounts: JoinAccounts,
  ) {}

  finish(partnerId: string, join: ProvenJoin): Promise<FinishResult> {
    const { token, state, mailed, clear } = join;
    const { firstName, lastName, language } = state;
    return this.db.transaction(async (tx) => {
      const target = await this.targets.find(partnerId, mailed.emailKey, tx);
      const linked = await this.links.link(tx, partnerId, {
        token,
        ...(target.customer && { customer: target.customer }),
        newcomer: {
          ...(firstName && { firstName }),
          ...(lastName && { lastName }),
          ...(language && { language }),
        },
        proven: { email: mailed.email, key: mailed.emailKey },
        mailed: () => this.mailedLinks.consume(tx, partnerId, clear),
      });
      if (linked.kind !== 'linked') return linked;
      const customer = { partnerId, customerId: linked.customer.id };
      const accountId = await this.accounts.ensure(tx, target, customer, join);
      return { kind: 'joined', accountId };
    });
  }
}
