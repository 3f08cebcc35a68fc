/** Longest life of a code (300 s) and of a scan that waits for Wellhub, with room to spare. */
const YOUNG = `interval '10 minutes'`;

const COLUMNS = 'a.customer_id, a.gym_id, a.single_use, a.issued_at, a.expires_at';

/**
 * A code that may be alive: reads only the one or two hourly partitions young enough to hold it. One equality,
 * because a new partition has no statistics and for a list of hashes the planner skips its key; `limit 1` keeps it from joining all codes at once.
 */
export const youngCodeSql = (partner: string, hash: string): string => `
  select ${COLUMNS} from access_codes a
  where a.partner_id = ${partner} and a.hash = ${hash}
    and a.issued_at > statement_timestamp() - ${YOUNG}
    and a.issued_at <= statement_timestamp() + interval '1 minute'
  limit 1`;
