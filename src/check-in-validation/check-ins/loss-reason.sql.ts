/** Why a check-in will never be paid. */
export const LOSS_REASONS = [
  'NEVER_REQUESTED',
  'CREDENTIALS_REFUSED',
  'NO_ANSWER_FROM_WELLHUB',
  'TOO_LATE_FOR_WELLHUB',
  'CANCELED_BY_MEMBER',
  'NOT_FOUND_AT_WELLHUB',
  'REFUSED_BY_WELLHUB',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

/** Null unless it was lost. @param alias of check_ins */
export const lossReasonSql = (alias: string): string => `case ${alias}.state
  when 'CANCELED' then 'CANCELED_BY_MEMBER'
  when 'NOT_FOUND' then 'NOT_FOUND_AT_WELLHUB'
  when 'REJECTED' then 'REFUSED_BY_WELLHUB'
  when 'EXPIRED' then case
    when ${alias}.cause <> 'DEADLINE' then 'TOO_LATE_FOR_WELLHUB'
    when ${alias}.asked_at is null then 'NEVER_REQUESTED'
    when ${alias}.last_status between 400 and 499 and ${alias}.last_status not in (408, 429) then 'CREDENTIALS_REFUSED'
    else 'NO_ANSWER_FROM_WELLHUB' end end`;
