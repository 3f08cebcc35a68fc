import type { WellhubUserStatus } from '../../wellhub/index.js';

/** What a status webhook means for us (`wellhub.md` section 3). */
export type UserStatusPayload = UserStatusChange | NotApplicable;

export interface UserStatusChange {
  readonly kind: 'canceled' | 'changed';
  readonly gpwId: string;
  /** As Wellhub sent it: `"0"` or nothing with a cancellation, always there with a change. */
  readonly planId: string | null;
  readonly eventTime: Date;
}

/** It was sent to the address of the other kind, or lacks its plan: kept, not applied. */
export interface NotApplicable {
  readonly kind: 'not-applicable';
  /** The address it was sent to. */
  readonly address: string;
}

const NO_PLAN = '0';
const AHEAD_MS = 5 * 60_000;

/** @returns undefined when it names no person; the inbox refuses those, so only an old row can */
export function userStatusPayload(
  event: WellhubUserStatus,
  receivedAt: Date,
): UserStatusPayload | undefined {
  const { type, action, gpwId, planId } = event;
  if (gpwId === null) return undefined;
  const change = { gpwId, planId, eventTime: usableTime(event.eventTime, receivedAt) };
  if (type === 'user-cancel')
    return action === 'other'
      ? { kind: 'not-applicable', address: 'users/cancel' }
      : { kind: 'canceled', ...change };
  return action === 'cancel' || planId === null || planId === NO_PLAN
    ? { kind: 'not-applicable', address: 'users/change' }
    : { kind: 'changed', ...change };
}

/** Missing, no number or in the future: the time of receipt. A future time would block all later events. */
function usableTime(ms: number | null, receivedAt: Date): Date {
  const isUsable = ms !== null && ms > 0 && ms <= receivedAt.getTime() + AHEAD_MS;
  return isUsable ? new Date(ms) : receivedAt;
}
