/** The person of a membership `m` comes by the partner's provider, and has no password. */
export const isFromProviderSql = `exists (select from staff_identities i where i.person_id = m.person_id)`;

/**
 * How the person of a membership `m` logs in is how the partner wants it: by its present provider, or with a password
 * unless the provider is required. An OWNER with a password may always come in: the partner needs a way in when the provider is away.
 */
export const isAllowedWaySql = `case when ${isFromProviderSql}
    then exists (select from staff_identities i join staff_identity_providers d using (partner_id, issuer)
      where i.person_id = m.person_id and d.partner_id = m.partner_id)
    else m.role = 'OWNER' or not exists (select from staff_identity_providers d
      where d.partner_id = m.partner_id and d.required) end`;
