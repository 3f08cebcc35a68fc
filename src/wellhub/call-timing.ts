/** Ends before the lease does, so that a late answer is never a second call's rival. */
export const CALL_TIMEOUT_MS = 10_000;
/** For how long one replica has a call to itself; when it dies, another one calls after that. */
export const CALL_LEASE_SECONDS = 12;

/** A row that a call is about: no other call about it is made until the lease ends. */
export type Leased<Row> = Row & {
  /** Names this very call; the answer of a call that was taken over changes nothing. */
  readonly fence: string;
};
