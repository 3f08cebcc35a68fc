import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database } from '../../platform/database/database.js';
import { typedWellhubId, typedWellhubIdFault, type TypedIdFault } from '../../wellhub/index.js';
import { WellhubIdClaimsRepository } from './wellhub-id-claims.repository.js';

/** What the hosted page shows of a member's Wellhub id. */
export type OwnWellhubId =
  { readonly kind: 'known' | 'missing' } | { readonly kind: 'claimed'; readonly wellhubId: string };

export type ClaimResult =
  | { readonly kind: 'claimed' | 'known' }
  | { readonly kind: 'malformed'; readonly fault: TypedIdFault };

/** "Add your Wellhub id": what a member types counts once the front desk has accepted it (`wellhub.md` 1.1 c). */
@Injectable()
export class WellhubIdClaims {
  constructor(
    private readonly db: Database,
    private readonly customers: Customers,
    private readonly rows: WellhubIdClaimsRepository,
  ) {}

  /** @throws customer.not-found */
  async find(partnerId: string, customerId: number): Promise<OwnWellhubId> {
    const customer = await this.customers.get(partnerId, customerId);
    if (customer.wellhubId !== null) return { kind: 'known' };
    const wellhubId = await this.rows.findOpen(partnerId, customerId);
    return wellhubId === undefined ? { kind: 'missing' } : { kind: 'claimed', wellhubId };
  }

  /** Replaces an open claim of the same person. @throws customer.not-found */
  async claim(partnerId: string, customerId: number, typed: string): Promise<ClaimResult> {
    const wellhubId = typedWellhubId(typed);
    if (wellhubId === undefined)
      return { kind: 'malformed', fault: typedWellhubIdFault(typed) ?? { kind: 'empty' } };
    const own = await this.find(partnerId, customerId);
    if (own.kind === 'known') return { kind: 'known' };
    if (own.kind === 'claimed' && own.wellhubId === wellhubId) return { kind: 'claimed' };
    await this.db.transaction(async (tx) => {
      await this.rows.withdraw(tx, partnerId, customerId);
      await this.rows.insert(tx, partnerId, { customerId, id: uuidv7(), wellhubId });
    });
    return { kind: 'claimed' };
  }
}
