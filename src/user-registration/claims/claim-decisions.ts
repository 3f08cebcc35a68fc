import { Injectable } from '@nestjs/common';
import { CustomerErrors, CustomerMergeAndErasure, Customers } from '../../customers/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { WellhubIdClaimErrors } from '../links/user-registration.errors.js';
import {
  WellhubIdClaimsRepository,
  type ClaimState,
  type WellhubIdClaim,
} from './wellhub-id-claims.repository.js';
import type { Actor } from '../../platform/http/actor.js';

type Decision = Exclude<ClaimState, 'OPEN'>;

export interface ClaimPage {
  readonly state: ClaimState | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

/** The front desk has seen the id in the person's Wellhub app, or not. Repeating a decision changes nothing. */
@Injectable()
export class ClaimDecisions {
  constructor(
    private readonly db: Database,
    private readonly customers: Customers,
    private readonly mergeAndErasure: CustomerMergeAndErasure,
    private readonly rows: WellhubIdClaimsRepository,
    private readonly audit: Audit,
  ) {}

  /** Oldest first; only of customers that this key sees. */
  list({ partnerId, gymId }: Actor, { state, after, limit }: ClaimPage): Promise<WellhubIdClaim[]> {
    const filter = { gymId: gymId ?? null, state: state ?? null, after: after ?? null, limit };
    return this.rows.list(partnerId, filter);
  }

  /**
   * The person gets the id, and the pending profile that carried it (W-42).
   * @throws wellhub-id-claim.not-found, wellhub-id-claim.decided, wellhub-id-claim.other-id, customer.wellhub-id-taken
   */
  accept(actor: Actor, id: string): Promise<WellhubIdClaim> {
    return this.decide(actor, id, 'ACCEPTED');
  }

  /** @throws wellhub-id-claim.not-found, wellhub-id-claim.decided */
  reject(actor: Actor, id: string): Promise<WellhubIdClaim> {
    return this.decide(actor, id, 'REJECTED');
  }

  private async decide(actor: Actor, id: string, decision: Decision): Promise<WellhubIdClaim> {
    const { partnerId, name } = actor;
    const claim = await this.db.transaction(async (tx) => {
      if (decision === 'ACCEPTED') await this.lockPeople(tx, actor, id);
      await this.rows.lock(tx, partnerId, id);
      const claim = await this.get(tx, actor, id);
      if (claim.state === decision) return claim;
      if (claim.state !== 'OPEN') throw new DomainError(WellhubIdClaimErrors.decided);
      await this.rows.decide(tx, { partnerId, id }, decision, name);
      if (decision === 'ACCEPTED') await this.assign(tx, partnerId, claim);
      return this.get(tx, actor, id);
    });
    const action = `wellhub-id-claim.${decision.toLowerCase()}`;
    await this.audit.record({ partnerId, actor: name, action, object: id });
    return claim;
  }

  /** Locks the customers before the claim, because a merge or an erasure locks in that order too. */
  private async lockPeople(tx: Queries, actor: Actor, id: string): Promise<void> {
    const { partnerId } = actor;
    const { customerId, wellhubId } = await this.get(tx, actor, id);
    const carrier = await this.customers.findByWellhubId(tx, partnerId, wellhubId);
    await this.customers.lock(tx, partnerId, [customerId, ...(carrier ? [carrier.id] : [])]);
  }

  private async get(tx: Queries, { partnerId, gymId }: Actor, id: string) {
    const claim = await this.rows.get(tx, partnerId, id, gymId ?? null);
    if (!claim) throw new DomainError(WellhubIdClaimErrors.notFound);
    return claim;
  }

  private async assign(tx: Queries, partnerId: string, claim: WellhubIdClaim): Promise<void> {
    const { customerId, wellhubId } = claim;
    const customer = await this.customers.find(partnerId, customerId, tx);
    if (!customer) throw new DomainError(CustomerErrors.notFound);
    if (customer.wellhubId === wellhubId) return;
    if (customer.wellhubId !== null) throw new DomainError(WellhubIdClaimErrors.otherId);
    const carrier = await this.customers.findByWellhubId(tx, partnerId, wellhubId);
    if (!carrier) await this.customers.change(tx, partnerId, customerId, { wellhubId });
    else if (carrier.status === 'PENDING')
      await this.mergeAndErasure.merge(tx, partnerId, carrier.id, customerId);
    else throw new DomainError(CustomerErrors.wellhubIdTaken);
  }
}
