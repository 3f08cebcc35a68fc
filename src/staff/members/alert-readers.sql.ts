/** A fragment: `membership_id`, `partner_id` (null: the operator), `email`, `language` of the people who may read alerts and have an address. */
export const ALERT_READERS_SQL = `
  select m.id as membership_id, m.partner_id, p.email, p.language
  from staff_memberships m join staff_people p on p.id = m.person_id
  where m.role in ('OWNER', 'OPERATOR') and m.accepted_at is not null and p.email is not null`;
