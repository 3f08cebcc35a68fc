import type { PartnerEntity } from './partner.entity.js';

/** A tenant as other rooms see it: nobody changes a row by changing an object. */
export type Partner = Readonly<PartnerEntity>;

export type PartnerChange = Partial<
  Omit<PartnerEntity, 'id' | 'hookProduction' | 'hookTest' | 'createdAt' | 'deletedAt'>
>;

export type NewPartner = PartnerChange &
  Pick<PartnerEntity, 'id' | 'name' | 'slug' | 'hookProduction' | 'hookTest'>;
