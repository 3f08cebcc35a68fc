import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerFactsSql } from '../../customers/index.js';
import { accountValueSql } from './accounts.sql.js';

const HAS_PASSWORD = 'shown_account.password_hash is not null';

/** What the administration shows of a customer's account. */
@Injectable()
export class ShownAccounts implements OnModuleInit {
  constructor(private readonly facts: CustomerFactsSql) {}

  onModuleInit(): void {
    this.facts.show({
      hasAccount: (customer) => `coalesce(${accountValueSql(customer, 'true')}, false)`,
      hasPassword: (customer) => `coalesce(${accountValueSql(customer, HAS_PASSWORD)}, false)`,
      facebookId: (customer) => accountValueSql(customer, 'shown_account.facebook_id'),
    });
  }
}
