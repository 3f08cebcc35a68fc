const secretColumns = (table: string) => `json_build_object(
  'current', encode(${table}.webhook_secret, 'base64'), 'previous', encode(${table}.previous_webhook_secret, 'base64'),
  'until', ${table}.previous_webhook_secret_until)`;

export const FIND_HOOK = {
  name: 'wellhub-hooks.find',
  text: `
    select p.id as "partnerId", null::bigint as "gymId", p.hook_production = $1 as "isProduction", c.environment,
      ${secretColumns('c')} as "partnerSecrets", null as "gymSecrets"
    from partners p join wellhub_connections c on c.partner_id = p.id
    where (p.hook_production = $1 or p.hook_test = $1) and p.deleted_at is null
    union all
    select g.partner_id, g.id, g.hook_production = $1, c.environment,
      ${secretColumns('c')}, ${secretColumns('g')}
    from gyms g join partners p on p.id = g.partner_id join wellhub_connections c on c.partner_id = g.partner_id
    where (g.hook_production = $1 or g.hook_test = $1) and g.deleted_at is null and p.deleted_at is null`,
};

/** The addresses in use, page by page: behind that partner, and behind that gym of the partner. */
export const PAGE_OF_PARTNERS = {
  name: 'wellhub-hooks.page-of-partners',
  text: `
    select case when c.environment = 'production' then p.hook_production else p.hook_test end as hook,
      p.id as "partnerId", null::bigint as "gymId", c.environment = 'production' as "isProduction", c.environment,
      ${secretColumns('c')} as "partnerSecrets", null as "gymSecrets"
    from partners p join wellhub_connections c on c.partner_id = p.id
    where p.id > $1 and p.deleted_at is null order by p.id limit $2`,
};

export const PAGE_OF_GYMS = {
  name: 'wellhub-hooks.page-of-gyms',
  text: `
    select case when c.environment = 'production' then g.hook_production else g.hook_test end as hook,
      g.partner_id as "partnerId", g.id as "gymId", c.environment = 'production' as "isProduction", c.environment,
      ${secretColumns('c')} as "partnerSecrets", ${secretColumns('g')} as "gymSecrets"
    from gyms g join partners p on p.id = g.partner_id join wellhub_connections c on c.partner_id = g.partner_id
    where (g.partner_id, g.id) > ($1, $2) and g.deleted_at is null and p.deleted_at is null
    order by g.partner_id, g.id limit $3`,
};
