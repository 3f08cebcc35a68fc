/** The plan of this Wellhub user, as a scalar; null where Wellhub has sent none. */
export const wellhubPlanSql = (partner: string, gpwId: string): string =>
  `(select wellhub_user.plan_id from wellhub_users wellhub_user
    where wellhub_user.partner_id = ${partner} and wellhub_user.gpw_id = ${gpwId})`;

/** Since when Wellhub counts this user as canceled, as a scalar; null for any other user (W-24). */
export const canceledSinceSql = (partner: string, gpwId: string): string =>
  `(select wellhub_user.last_event_at from wellhub_users wellhub_user
    where wellhub_user.partner_id = ${partner} and wellhub_user.gpw_id = ${gpwId}
      and wellhub_user.status = 'CANCELED')`;
