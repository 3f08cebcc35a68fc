export const LIST_AUDIT = {
  name: 'audit.list',
  text: `select id, at, actor, action, object, request_id as "requestId", source, changes from audit_log
    where (partner_id = $1::uuid or $1::uuid is null and partner_id is null) and ($2::uuid is null or id < $2)
      and ($4::text is null or position(lower($4) in lower(actor)) > 0)
      and ($5::text is null or position($5 in action) > 0)
      and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
    order by id desc limit $3`,
};

export const RECORD_AUDIT = {
  name: 'audit.record',
  text: `insert into audit_log (id, partner_id, actor, action, object, request_id, source, changes)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
