/** Ends before the lease does, so that a late answer never competes with a second call. */
export const CALL_TIMEOUT_MS = 10_000;
/** How long a replica's lease on a call lasts; when the replica crashes, another one calls after that. */
export const CALL_LEASE_SECONDS = 12;

/** A row that a call is about: no other call about it is made until the lease ends. */
export type Leased<Row> = Row & {
  /** Names this very call; the answer of a call that was taken over changes nothing. */
  readonly fence: string;
};
