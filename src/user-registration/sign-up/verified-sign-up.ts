import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import type { Customer } from '../../customers/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { GpwLinks } from '../user-status/gpw-links.js';
import type { JoinState } from './join-states.js';
import { JoinTargets, type JoinTarget } from './join-targets.js';
import type { FinishResult } from '../links/joining.types.js';
import { MailedLinks, type MailedLink } from './mailed-links.js';

/** Everything that a mailed token finishes. */
export interface ProvenJoin extends MailedLink {
  readonly clear: string;
  /** Null when the account keeps its own. */
  readonly passwordHash: string | null;
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
    private readonly accounts: Accounts,
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
      const accountId = await this.account(tx, target, linked.customer, join);
      return { kind: 'joined', accountId };
    });
  }

  private async account(
    tx: Queries,
    { account }: JoinTarget,
    { partnerId, id: customerId }: Customer,
    { mailed, passwordHash, state }: ProvenJoin,
  ): Promise<string> {
    if (!account) {
      const { email, emailKey } = mailed;
      const values = { customerId, email, emailKey, passwordHash };
      return (await this.accounts.create(tx, partnerId, values)).id;
    }
    if (passwordHash !== null && (state.setPassword || !account.hasPassword))
      await this.accounts.setPassword(tx, partnerId, account.id, passwordHash);
    return account.id;
  }
}
