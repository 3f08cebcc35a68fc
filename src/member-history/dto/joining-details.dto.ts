import { Answer } from '../../platform/http/answer-fields.js';

/** The profile was made: by the administration, a webhook or a scan. */
export class CustomerDetailDto {
  @Answer.oneOf(['DIRECT', 'WELLHUB'])
  origin!: 'DIRECT' | 'WELLHUB';

  @Answer.text('As it is now')
  status!: string;
}

/** Wellhub registered the person. */
export class RegistrationDetailDto {
  @Answer.text(undefined, { example: 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679' })
  gympassUserId!: string;

  @Answer.oneOf(['ACTIVE', 'CANCELED'], 'As it is now')
  status!: 'ACTIVE' | 'CANCELED';

  @Answer.text(undefined, { nullable: true })
  planId!: string | null;

  @Answer.text(undefined, { nullable: true })
  origin!: string | null;

  @Answer.text(undefined, { nullable: true })
  countryCode!: string | null;

  @Answer.instant()
  lastRegisteredAt!: Date;

  @Answer.instant(undefined, { nullable: true })
  lastEventAt!: Date | null;
}

/** The registration was linked to the customer. */
export class JoinDetailDto {
  @Answer.text()
  gympassUserId!: string;
}

export class AccountDetailDto {
  @Answer.flag()
  hasPassword!: boolean;

  @Answer.flag()
  isEnabled!: boolean;
}

export class ConsentDetailDto {
  @Answer.oneOf(['TERMS', 'PRIVACY'])
  document!: 'TERMS' | 'PRIVACY';

  @Answer.text()
  version!: string;

  @Answer.text()
  url!: string;

  @Answer.oneOf(['JOIN_PAGE', 'LOG_IN_PAGE', 'ADMIN_API'])
  source!: 'JOIN_PAGE' | 'LOG_IN_PAGE' | 'ADMIN_API';
}

/** The person typed a Wellhub id. */
export class ClaimDetailDto {
  @Answer.uuid()
  claimId!: string;

  @Answer.text()
  gympassId!: string;

  @Answer.oneOf(['OPEN', 'ACCEPTED', 'REJECTED'])
  state!: 'OPEN' | 'ACCEPTED' | 'REJECTED';

  @Answer.instant(undefined, { nullable: true })
  decidedAt!: Date | null;
}
