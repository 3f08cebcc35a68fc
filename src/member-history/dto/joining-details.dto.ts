import { ApiProperty } from '@nestjs/swagger';
import { MayBeNull, Uuid } from './shown.js';

/** The profile was made: by the administration, a webhook or a scan. */
export class CustomerDetailDto {
  @ApiProperty({ enum: ['DIRECT', 'WELLHUB'] })
  origin!: string;

  @ApiProperty({ description: 'as it is now' })
  status!: string;
}

/** Wellhub registered the person. */
export class RegistrationDetailDto {
  @ApiProperty({ example: 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679' })
  gympassUserId!: string;

  @ApiProperty({ enum: ['ACTIVE', 'CANCELED'], description: 'as it is now' })
  status!: string;

  @MayBeNull(String)
  planId!: string | null;

  @MayBeNull(String)
  origin!: string | null;

  @MayBeNull(String)
  countryCode!: string | null;

  @ApiProperty()
  lastRegisteredAt!: Date;

  @MayBeNull(Date)
  lastEventAt!: Date | null;
}

/** The registration was linked to the customer. */
export class JoinDetailDto {
  @ApiProperty()
  gympassUserId!: string;
}

export class AccountDetailDto {
  @ApiProperty()
  hasPassword!: boolean;

  @ApiProperty()
  isEnabled!: boolean;
}

export class ConsentDetailDto {
  @ApiProperty({ enum: ['TERMS', 'PRIVACY'] })
  document!: string;

  @ApiProperty()
  version!: string;

  @ApiProperty()
  url!: string;

  @ApiProperty({ enum: ['JOIN_PAGE', 'LOG_IN_PAGE', 'ADMIN_API'] })
  source!: string;
}

/** The person typed a Wellhub id. */
export class ClaimDetailDto {
  @Uuid()
  claimId!: string;

  @ApiProperty()
  gympassId!: string;

  @ApiProperty({ enum: ['OPEN', 'ACCEPTED', 'REJECTED'] })
  state!: string;

  @MayBeNull(Date)
  decidedAt!: Date | null;
}
