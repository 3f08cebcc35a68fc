/** What a tenant is for. */
export const PARTNER_ENVIRONMENTS = ['live', 'test'] as const;
export type PartnerEnvironment = (typeof PARTNER_ENVIRONMENTS)[number];
