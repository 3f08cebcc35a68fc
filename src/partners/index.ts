export { PartnersModule } from './partners.module.js';
export { Partners } from './partners/partners.js';
export { TestEnvironments } from './partners/test-environments.js';
export { AccessPolicyMarksRepository } from './gyms/access-policy-marks.repository.js';
export { ReservedSlugs } from './partners/reserved-slugs.js';
export { Gyms } from './gyms/gyms.js';
export {
  AGREEMENT_DOCUMENTS,
  agreementsOf,
  type Agreement,
  type AgreementDocument,
} from './partners/agreements.js';
export { WellhubConnections } from './wellhub-connections/wellhub-connections.js';
export { WellhubHooks, type WellhubHook } from './wellhub-connections/wellhub-hooks.js';
export {
  SimulatorAddress,
  WellhubAccesses,
  type WellhubAccess,
} from './wellhub-connections/wellhub-access.js';
export { GymErrors, PartnerErrors } from './partners/partners.errors.js';
export type { Gym, OutagePolicy, ValidationMode } from './gyms/gym.js';
export type { Partner } from './partners/partner.js';
export { PARTNER_ENVIRONMENTS, type PartnerEnvironment } from './partners/partner-environment.js';
export {
  accessCodeSettingsSql,
  connectedGymsSql,
  gymDaysSoFarSql,
  gymDaysSql,
  gymIdByWellhubIdSql,
  gymLanguageSql,
  gymPeriodsSql,
  gymPlacesSql,
  isWipedSinceSql,
  gymSetupSql,
  connectionTargetSql,
  gymsOfSql,
  gymsThatAdmitKnownSql,
  gymTodaySql,
  isTestPartnerSql,
  livePartnersSql,
  localTodaySql,
  partnerAliveSql,
  partnerAndTestSql,
  partnerEnvironmentSql,
  partnerZoneSql,
  visitClosesAfterSql,
} from './gyms/gym.sql.js';
export { partnerPageSql } from './partners/partner-page.sql.js';
export { Brands } from './brand/brands.js';
export type { Brand } from './partners/brand.js';
export { lightPalette } from './brand/palette.js';
export { brandStylesheet, brandStylesheetPath, logoPath } from './brand/brand-stylesheet.js';
export { readLetterhead, type Letterhead } from './partners/letterhead.js';
export { StudioErrors, Studios } from './gyms/studios.js';
export { UsageAccesses, type UsageAccess } from './wellhub-connections/usage-access.js';
export { usagePartnersSql } from './wellhub-connections/usage-partners.sql.js';
export type { Unusable } from './wellhub-connections/stored-token.js';
export { storedTimeZonesSql } from './time-zones/time-zones.repository.js';
