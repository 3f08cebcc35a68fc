import { partnerAliveSql } from '../../partners/index.js';
import { INSTALLATION } from '../../platform/alerts/alerts.js';

/** Whom a person works for: a partner, by its id, or null: the operator of the installation. */
export type Employer = string | null;

/** What screens call the operator. */
export const OPERATOR_NAME = 'Gatehouse';

/** What stands in a partner's place for mails and locks of the operator's people. */
export const tenantOf = (employer: Employer): string => employer ?? INSTALLATION;

/** True while there is work there: the operator stays, partners may be removed. */
export const employerExistsSql = (partner: string): string =>
  `(${partner} is null or ${partnerAliveSql(partner)})`;

/** The memberships of one employer. */
export const employedBySql = (membership: string, employer: string): string =>
  `(${membership}.partner_id = ${employer}::uuid or ${employer}::uuid is null and ${membership}.partner_id is null)`;
