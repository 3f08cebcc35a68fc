import type { Brand } from './brand.js';
import type { PartnerEntity } from './partner.entity.js';

/** A tenant as other rooms see it; read-only, because changing the object would not change the row. */
export type Partner = Readonly<PartnerEntity>;

/** What its look is made of. */
export type BrandedPartner = Pick<Partner, 'slug' | 'brand'>;

type Fixed =
  | 'id'
  | 'hookProduction'
  | 'hookTest'
  | 'environment'
  | 'livePartnerId'
  | 'wipeRequestedAt'
  | 'wipedAt'
  | 'createdAt'
  | 'deletedAt';

export type PartnerChange = Partial<Omit<PartnerEntity, Fixed | 'brand'>> & {
  readonly brand?: Partial<Brand>;
};

export type NewPartner = PartnerChange &
  Pick<PartnerEntity, 'id' | 'name' | 'slug' | 'hookProduction' | 'hookTest'> &
  Partial<Pick<PartnerEntity, 'environment' | 'livePartnerId'>>;
