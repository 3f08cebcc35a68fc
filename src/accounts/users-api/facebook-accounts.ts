import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Accounts } from '../accounts/accounts.js';
import type { Account } from '../accounts/accounts.repository.js';
import { LogIns } from '../log-in/log-ins.js';
import { FacebookGraph } from './facebook-graph.js';
import { AccountSignUp } from '../accounts/account-sign-up.js';

export type FacebookSignUpResult =
  | { readonly kind: 'CUSTOMER'; readonly customerId: number }
  | { readonly kind: 'HAS_PASSWORD' | 'INVALID' | 'NOT_AVAILABLE' | 'BAD_EMAIL' };

/** Accounts linked to a Facebook user: one per partner. A password that is set is never bypassed. */
@Injectable()
export class FacebookAccounts {
  constructor(
    private readonly db: Database,
    private readonly graph: FacebookGraph,
    private readonly accounts: Accounts,
    private readonly logIns: LogIns,
    private readonly signUps: AccountSignUp,
  ) {}

  async signUp(partnerId: string, facebookToken: string): Promise<FacebookSignUpResult> {
    const answer = await this.graph.personOf(facebookToken);
    if (answer.kind !== 'PERSON') return answer;
    const { id, address } = answer;
    const linked = await this.accounts.findByFacebook(this.db, partnerId, id);
    if (linked) return { kind: 'CUSTOMER', customerId: linked.customerId };
    const result = await this.signUps.run<FacebookSignUpResult>(
      partnerId,
      address,
      async (tx, account) => {
        const { customerId } = account;
        const facts = (await this.accounts.facts(tx, partnerId, [customerId])).get(customerId);
        if (facts?.facebookId === id) return { kind: 'CUSTOMER', customerId };
        if (facts?.hasPassword || facts?.facebookId != null) return { kind: 'HAS_PASSWORD' };
        await this.accounts.linkFacebook(tx, account, id);
        return { kind: 'CUSTOMER', customerId };
      },
    );
    return result ?? { kind: 'BAD_EMAIL' };
  }

  /** The linked account, if it may log in; undefined for every other reason. */
  async logIn(partnerId: string, facebookToken: string): Promise<Account | undefined> {
    const answer = await this.graph.personOf(facebookToken);
    if (answer.kind !== 'PERSON') return undefined;
    const account = await this.accounts.findByFacebook(this.db, partnerId, answer.id);
    return account && (await this.logIns.mayLogIn(account)) ? account : undefined;
  }
}
