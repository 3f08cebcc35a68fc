/**
 * One page of the partners, without test environments, by id: `id`, `name`, `slug`, `created_at`, and the `environment` of their connection to Wellhub, null without one.
 * `text` null: all of them; else those whose name or slug holds it, in any letter case.
 */
export const partnerPageSql = (values: {
  readonly after: string;
  readonly most: string;
  readonly text: string;
}): string => `
  select p.id, p.name, p.slug, p.created_at,
    (select w.environment from wellhub_connections w where w.partner_id = p.id and w.access_token is not null) as environment
  from partners p
  where p.deleted_at is null and p.environment = 'live' and (${values.after} is null or p.id > ${values.after})
    and (${values.text} is null or position(lower(${values.text}) in lower(p.name)) > 0
      or position(lower(${values.text}) in p.slug) > 0)
  order by p.id limit ${values.most}`;
