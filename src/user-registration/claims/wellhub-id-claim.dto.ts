import { OneOf } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import {
  CLAIM_STATES,
  type ClaimState,
  type WellhubIdClaim,
} from './wellhub-id-claims.repository.js';

export class ClaimsQuery extends PageQuery {
  @OneOf(CLAIM_STATES, { optional: true })
  state?: ClaimState;
}

export class WellhubIdClaimDto {
  id!: string;
  customerId!: number;
  gympassId!: string;
  state!: ClaimState;
  createdAt!: Date;
  decidedAt!: Date | null;
  /** The key, and the name of the person at the desk. */
  decidedBy!: string | null;

  static from(claim: WellhubIdClaim): WellhubIdClaimDto {
    const { id, customerId, wellhubId, state, createdAt, decidedAt, decidedBy } = claim;
    return { id, customerId, gympassId: wellhubId, state, createdAt, decidedAt, decidedBy };
  }
}
