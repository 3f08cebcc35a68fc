import { Injectable } from '@nestjs/common';
import { Customers, exportedRows, PersonalDataHolder } from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import { Inbox } from '../../wellhub-inbox/index.js';
import { LinkRows } from '../links/link-rows.repository.js';
import { WellhubIdClaimsRepository } from '../claims/wellhub-id-claims.repository.js';
import { EXPORTED_CLAIMS, EXPORTED_USER } from './user-registration.personal-data.sql.js';

const exportedClaims = exportedRows('wellhubIdClaims', EXPORTED_CLAIMS);

/**
 * Users carry the gpw id, not the customer's: a merge leaves them as they are, an erasure removes the user
 * and what Wellhub sent about them.
 * Claims of a Wellhub id are the customer's.
 * Prefill is found by no person's id; it ends with its link.
 */
@Injectable()
export class UserRegistrationPersonalData extends PersonalDataHolder {
  readonly name = 'user-registration';
  readonly tables = ['wellhub_id_claims'];

  constructor(
    private readonly customers: Customers,
    private readonly rows: LinkRows,
    private readonly claims: WellhubIdClaimsRepository,
    private readonly inbox: Inbox,
  ) {
    super();
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await this.claims.move(queries, partnerId, fromId, intoId);
  }

  override async export(queries: Queries, partnerId: string, customerId: number) {
    const customer = await this.customers.find(partnerId, customerId, queries);
    const [user] = await queries.query(EXPORTED_USER, [partnerId, customer?.gpwId ?? null]);
    return {
      ...(await exportedClaims(queries, partnerId, customerId)),
      wellhubUser: user ?? null,
    };
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await this.claims.erase(queries, partnerId, customerId);
    const customer = await this.customers.find(partnerId, customerId, queries);
    if (!customer?.gpwId) return;
    await this.inbox.forget(queries, partnerId, [customer.gpwId]);
    await this.rows.forgetUser(queries, partnerId, customer.gpwId);
  }
}
