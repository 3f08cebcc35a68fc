import type { StaffRole } from '../people/staff-roles.js';

/** The roles whose scopes open alerts: those of a partner, and those of the installation. */
const ALERT_READERS: ReadonlySet<StaffRole> = new Set(['OWNER', 'OPERATOR']);

export const mayReadAlerts = (role: StaffRole): boolean => ALERT_READERS.has(role);

const ROLES = [...ALERT_READERS].map((role) => `'${role}'`).join(', ');

/** A fragment: `membership_id`, `partner_id` (null: the operator), `email`, `language` of the people who may read alerts and have an address. */
export const ALERT_READERS_SQL = `
  select m.id as membership_id, m.partner_id, p.email, p.language
  from staff_memberships m join staff_people p on p.id = m.person_id
  where m.role in (${ROLES}) and m.accepted_at is not null and p.email is not null`;
