export const EXPORTED_USAGE_EVENTS = `select id, gpw_id as "gpwId", event_type as "eventType", occurred_at as "occurredAt", details, state,
    sent_at as "sentAt"
  from usage_events where partner_id = $1 and customer_id = $2 order by no`;
