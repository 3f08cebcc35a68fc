import { OneOf } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import {
  CLAIM_STATES,
  type ClaimState,
  type WellhubIdClaim,
} from './wellhub-id-claims.repository.js';
import { Answer } from '../../platform/http/answer-fields.js';

export class ClaimsQuery extends PageQuery {
  @OneOf(CLAIM_STATES, { optional: true })
  state?: ClaimState;
}

export class WellhubIdClaimDto {
  @Answer.uuid()
  id!: string;

  @Answer.id()
  customerId!: number;

  @Answer.text('The 13 digits that the person typed')
  gympassId!: string;

  @Answer.oneOf(CLAIM_STATES)
  state!: ClaimState;

  @Answer.instant()
  createdAt!: Date;

  @Answer.instant(undefined, { nullable: true })
  decidedAt!: Date | null;

  @Answer.text('The key, and the name of the person at the desk', { nullable: true })
  decidedBy!: string | null;

  static from(claim: WellhubIdClaim): WellhubIdClaimDto {
    const { id, customerId, wellhubId, state, createdAt, decidedAt, decidedBy } = claim;
    return { id, customerId, gympassId: wellhubId, state, createdAt, decidedAt, decidedBy };
  }
}
