/** What each surface promises to answer within, ms (docs/architecture.md, "Errors"). */
const DEADLINES = { code: 700, scan: 2_500, users: 2_500, mail: 2_500 };
/** For the way there and back, and for the answer that leaves a little after its deadline. */
const TOLERANCE_MS = 250;
/** Wellhub's own patience leaves no room for more: the deadline of 900 ms, and this much until it hangs up. */
const WEBHOOK_TOLERANCE_MS = 50;
const WELLHUB_TIMEOUT_MS = 1_000;

/** @param ms without what the machine itself took meanwhile; no answer at all counts by the time it was waited for */
export function isLate(kind, { status, ms }) {
  if (kind !== 'webhook') return ms > DEADLINES[kind] + TOLERANCE_MS;
  return status === undefined && ms > WELLHUB_TIMEOUT_MS - WEBHOOK_TOLERANCE_MS;
}
