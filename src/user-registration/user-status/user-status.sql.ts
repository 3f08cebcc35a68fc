/** Since when Wellhub counts this user as canceled, as a scalar; null for any other user (W-24). */
export const canceledSinceSql = (partner: string, gpwId: string): string =>
  `(select wellhub_user.last_event_at from wellhub_users wellhub_user
    where wellhub_user.partner_id = ${partner} and wellhub_user.gpw_id = ${gpwId}
      and wellhub_user.status = 'CANCELED')`;
