/** One replica at a time; released when its connection ends. */
export const SEED_LOCK = `begin; select pg_advisory_xact_lock(hashtextextended('sandbox', 0))`;
