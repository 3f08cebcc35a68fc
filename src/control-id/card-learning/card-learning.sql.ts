/** Anew where it was on: what was kept before is forgotten. */
export const START_LEARNING = {
  name: 'control-id.start-learning',
  text: `insert into control_id_card_learning as l (partner_id, device_id, ends_at)
    values ($1, $2, clock_timestamp() + make_interval(secs => $3::int))
    on conflict (partner_id, device_id) do update set ends_at = excluded.ends_at, sealed_card = null, scanned_at = null
    returning ends_at as "endsAt"`,
};

export const KEEP_CARD = {
  name: 'control-id.keep-unknown-card',
  text: `update control_id_card_learning set sealed_card = $3, scanned_at = clock_timestamp()
    where partner_id = $1 and device_id = $2 and ends_at > clock_timestamp()`,
};

/** The device learns no more: of two readers one gets it. */
export const TAKE_CARD = {
  name: 'control-id.take-unknown-card',
  text: `delete from control_id_card_learning
    where partner_id = $1 and device_id = $2 and ends_at > clock_timestamp() and sealed_card is not null
    returning sealed_card as sealed, scanned_at as "scannedAt"`,
};
