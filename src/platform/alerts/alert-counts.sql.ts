/** How many alerts of the partner are open, as a scalar. */
export const openAlertsSql = (partner: string): string =>
  `(select count(*)::int from alerts a where a.partner_id = ${partner} and a.closed_at is null)`;
