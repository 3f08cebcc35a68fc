import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerFactsSql } from '../../customers/index.js';

const ofAccount = (customer: string, value: string) => `(select ${value} from accounts shown_account
  where shown_account.partner_id = ${customer}.partner_id and shown_account.customer_id = ${customer}.id)`;

/** What the administration shows of a customer's account. */
@Injectable()
export class ShownAccounts implements OnModuleInit {
  constructor(private readonly facts: CustomerFactsSql) {}

  onModuleInit(): void {
    this.facts.show({
      hasAccount: (customer) => `coalesce(${ofAccount(customer, 'true')}, false)`,
      hasPassword: (customer) =>
        `coalesce(${ofAccount(customer, 'shown_account.password_hash is not null')}, false)`,
      facebookId: (customer) => ofAccount(customer, 'shown_account.facebook_id'),
    });
  }
}
