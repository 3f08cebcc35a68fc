import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerFactsSql } from '../../customers/index.js';

const userOf = (customer: string) => `from wellhub_users shown_user
  where shown_user.partner_id = ${customer}.partner_id and shown_user.gpw_id = ${customer}.gpw_id`;

const has = (column: string) => (customer: string, value: string) =>
  `exists (select ${userOf(customer)} and shown_user.${column} = ${value})`;

/** What the administration shows of a customer as Wellhub's user, and filters lists by. */
@Injectable()
export class ShownWellhubUsers implements OnModuleInit {
  constructor(private readonly facts: CustomerFactsSql) {}

  onModuleInit(): void {
    this.facts.show({
      wellhubUser: (customer) => `(select json_build_object('status', shown_user.status,
        'planId', shown_user.plan_id, 'origin', shown_user.origin, 'countryCode', shown_user.country_code,
        'registeredAt', shown_user.registered_at) ${userOf(customer)})`,
    });
    this.facts.filter({
      wellhubStatus: has('status'),
      wellhubPlanId: has('plan_id'),
      wellhubOrigin: has('origin'),
      wellhubCountryCode: has('country_code'),
    });
  }
}
