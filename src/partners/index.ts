export { PartnersModule } from './partners.module.js';
export { Partners } from './partners.js';
export { Gyms } from './gyms.js';
export {
  AGREEMENT_DOCUMENTS,
  agreementsOf,
  type Agreement,
  type AgreementDocument,
} from './agreements.js';
export { WellhubConnections } from './wellhub-connections.js';
export { WellhubHooks, type WellhubHook } from './wellhub-hooks.js';
export { SimulatorAddress, WellhubAccesses, type WellhubAccess } from './wellhub-access.js';
export { GymErrors, PartnerErrors } from './partners.errors.js';
export type { GymEntity as Gym, OutagePolicy, ValidationMode } from './gym.entity.js';
export type { PartnerEntity as Partner } from './partner.entity.js';
export {
  accessCodeSettingsSql,
  gymDaysSql,
  gymLanguageSql,
  gymPlacesSql,
  gymTodaySql,
  localTodaySql,
  partnerAliveSql,
  visitClosesAfterSql,
} from './gym-sql.js';
export { readLetterhead, type Letterhead } from './letterhead.js';
export { StudioErrors, Studios } from './studios.js';
export { UsageAccesses, type UsageAccess } from './usage-access.js';
export { usagePartnersSql } from './usage-sql.js';
