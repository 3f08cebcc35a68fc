/**
 * One row about the partner's check-ins that wait: `at_risk`, half of whose time has passed, and `unanswered`, whose last
 * call Wellhub did not answer.
 */
export const waitingCheckInsSql = (partner: string): string => `
  select count(*) filter (where c.deadline_step > 0 or c.overdue)::int as at_risk,
    count(*) filter (where c.unanswered or c.last_status >= 500)::int as unanswered
  from check_ins c where c.partner_id = ${partner} and c.state = 'PENDING' and not c.probe`;

/** When the gym's newest check-in came, as a scalar. */
export const newestCheckInSql = (partner: string, gym: string): string => `
  (select c.received_at from check_ins c where c.partner_id = ${partner} and c.gym_id = ${gym}
      and (not c.probe or c.state = 'VALIDATED')
    order by c.received_at desc limit 1)`;

/** When the gym's newest check-in came by webhook, as a scalar. */
export const newestWebhookCheckInSql = (partner: string, gym: string): string => `
  (select c.received_at from check_ins c
    where c.partner_id = ${partner} and c.gym_id = ${gym} and c.webhook_at is not null
    order by c.received_at desc limit 1)`;

/** At how many gyms Wellhub refuses the credentials, as a scalar. */
export const refusedGymsSql = (partner: string): string =>
  `(select count(*)::int from wellhub_pauses w where w.partner_id = ${partner})`;
