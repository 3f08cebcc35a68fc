/**
 * One row per partner that exists, with what usage events need to know of it: `partner_id`, `time_zone`,
 * `from_visits`, `visit_event_type` (null when the partner allows no type), `environment` (null without a
 * connection), `token_set_at` (null without `eventsApiToken`) and `is_test`. For statements that compose it as `(…) p`.
 */
export const usagePartnersSql = `
  select p.id as partner_id, p.time_zone, p.usage_events_from_visits as from_visits,
    case when 'signin' = any(p.usage_event_types) then 'signin' else p.usage_event_types[1] end as visit_event_type,
    w.environment, w.events_api_token_set_at as token_set_at, p.environment = 'test' as is_test
  from partners p left join wellhub_connections w on w.partner_id = p.id
  where p.deleted_at is null`;
