import { OPAQUE_ID, lettersOfType } from '../../wellhub/index.js';
import { idText, timeMs, words, type Fields } from '../../wellhub-inbox/index.js';

/** What a status webhook says, read once (`wellhub.md` section 3). */
export type UserStatusNotice = UserStatus | NotApplicable;

export interface UserStatus {
  readonly kind: 'canceled' | 'changed';
  readonly gpwId: string;
  /** As Wellhub sent it: `"0"` or nothing with a cancellation, always there with a change. */
  readonly planId: string | null;
  readonly eventTime: Date;
}

/** It came to the address of the other kind, or lacks its plan: kept, not applied. */
export interface NotApplicable {
  readonly kind: 'not-applicable';
  /** Where it came to. */
  readonly address: string;
}

const CANCEL_TYPE = 'wellnessuserplancanceled';
const NO_PLAN = '0';
const AHEAD_MS = 5 * 60_000;

/** @returns undefined when it names nobody; the inbox refuses those, so only an old row can */
export function readUserStatus(
  inboxType: string,
  body: Fields,
  receivedAt: Date,
): UserStatusNotice | undefined {
  const gpwId = idText(body['user_id'], OPAQUE_ID);
  if (gpwId === undefined) return undefined;
  const planId = words(body['plan_id'], 100) ?? null;
  const said = { gpwId, planId, eventTime: eventTimeOf(body['event_time'], receivedAt) };
  const type = typeOf(body['event_type']);
  if (inboxType === 'user-cancel')
    return type === 'none' || type === 'cancel'
      ? { kind: 'canceled', ...said }
      : { kind: 'not-applicable', address: 'users/cancel' };
  return type === 'cancel' || planId === null || planId === NO_PLAN
    ? { kind: 'not-applicable', address: 'users/change' }
    : { kind: 'changed', ...said };
}

/** The change type is not published, so anything that is not a cancellation is "other". */
function typeOf(value: unknown): 'none' | 'cancel' | 'other' {
  if (value === undefined || value === null) return 'none';
  if (typeof value !== 'string') return 'other';
  const letters = lettersOfType(value);
  if (letters === '') return 'none';
  return letters === CANCEL_TYPE ? 'cancel' : 'other';
}

/** Missing, no number or ahead of us: the time of receipt. A time ahead would shut out all that follows. */
function eventTimeOf(value: unknown, receivedAt: Date): Date {
  const ms = timeMs(value);
  const isUsable = ms !== undefined && ms > 0 && ms <= receivedAt.getTime() + AHEAD_MS;
  return isUsable ? new Date(ms) : receivedAt;
}
