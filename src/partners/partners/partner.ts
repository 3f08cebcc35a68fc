import type { PartnerEntity } from './partner.entity.js';

/** A tenant as other rooms see it; read-only, because changing the object would not change the row. */
export type Partner = Readonly<PartnerEntity>;

export type PartnerChange = Partial<
  Omit<PartnerEntity, 'id' | 'hookProduction' | 'hookTest' | 'createdAt' | 'deletedAt'>
>;

export type NewPartner = PartnerChange &
  Pick<PartnerEntity, 'id' | 'name' | 'slug' | 'hookProduction' | 'hookTest'>;
