export const EXPORTED_USER = {
  name: 'export.wellhub-user',
  text: `select gpw_id as "gpwId", status, plan_id as "planId", origin, country_code as "countryCode",
      registered_at as "registeredAt", last_event_at as "lastEventAt"
    from wellhub_users where partner_id = $1 and gpw_id = $2`,
};

export const EXPORTED_CLAIMS = `select wellhub_id as "wellhubId", state, created_at as "createdAt", decided_at as "decidedAt"
    from wellhub_id_claims where partner_id = $1 and customer_id = $2 order by id`;
