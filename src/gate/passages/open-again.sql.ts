import { lockPresenceSql } from '../../visits/index.js';

/**
 * A device that is named by its id opens again for a copy of an accepted scan: the passage waits again, and a copy under
 * a nonce of its own will be answered so under that one too. Only repeats pay for this statement. Values: partner,
 * device, customer, nonce to remember (null: none), hash of the value, answer, seconds to wait (null: the device reports
 * no turns), passage (null: the one that the person's last scan was granted).
 */
export const OPEN_AGAIN = {
  name: 'gate.open-again',
  text: `with person as materialized (select $1::uuid as partner_id, $3::bigint as customer_id),
  locked as materialized (${lockPresenceSql('person')}),
  passage as materialized (
    select coalesce($8::bigint, (
      select g.id from locked l join gate_passages g
        on g.partner_id = l.partner_id and g.customer_id = l.customer_id and g.granted_at = l.last_scan_at
          and g.device_id = l.last_device_id
      where g.device_id = $2::bigint limit 1)) as id),
  waiting as (
    update gate_passages g set state = 'WAITING', ended_at = null,
      waits_until = clock_timestamp() + make_interval(secs => $7::integer)
    from passage
    where g.partner_id = $1 and g.id = passage.id and $7::integer is not null and g.state in ('GAVE_UP', 'UNCONFIRMED'))
  insert into gate_nonces (partner_id, device_id, nonce, value_hash, answer)
  select $1, $2, $4::uuid, $5::bytea, $6::jsonb || jsonb_build_object('passageId', passage.id)
  from passage where $4::uuid is not null
  on conflict do nothing`,
};
