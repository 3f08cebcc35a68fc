import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Customers } from '../../customers/index.js';
import { Database } from '../../platform/database/database.js';
import { provenAddress } from '../links/confirmed-email.js';
import { GpwLinks } from '../user-status/gpw-links.js';
import type { LinkResult } from '../links/joining.types.js';
import { OpenLinks } from '../links/open-links.js';

/** Links a membership to an account after its owner has logged in and consented. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly openLinks: OpenLinks,
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly customers: Customers,
    private readonly links: GpwLinks,
  ) {}

  async link(partnerId: string, text: string, accountId: string): Promise<LinkResult> {
    const link = await this.openLinks.inspect(partnerId, text);
    if (link.kind !== 'open') return { kind: 'invalid-token' };
    const proven = provenAddress(link.prefill.email);
    return this.db.transaction(async (tx) => {
      const account = await this.accounts.find(tx, partnerId, accountId);
      const customer = account && (await this.customers.find(partnerId, account.customerId, tx));
      if (!customer) return { kind: 'disabled' };
      // Wellhub's e-mail is confirmed when the customer has it already; a log-in never assigns it.
      const same = proven !== undefined && proven.key === customer.emailKey;
      const order = { token: link.token, customer, ...(same && { proven }) };
      const linked = await this.links.link(tx, partnerId, order);
      return linked.kind === 'linked' ? { kind: 'linked' } : linked;
    });
  }
}
