import { Injectable } from '@nestjs/common';
import { WellhubCallGate } from '../check-in-validation/index.js';
import { WellhubAccesses, type Unusable, type WellhubAccess } from '../partners/index.js';
import {
  CALL_TIMEOUT_MS,
  credentialsStatusOf,
  WellhubClient,
  type Leased,
  type PatchAnswer,
} from '../wellhub/index.js';
import type { Booking } from './booking.js';
import { PatchRecords } from './patch-records.js';
import { SlotRecords } from './slot-records.js';
import type { DueSlot } from './slots.repository.js';

/** While the breaker is open: about as often as it lets a trial call pass. */
const SILENT_SECONDS = 2;
/** The credentials of a gym may be corrected before its pause of a minute is over. */
const LONGEST_WAIT_SECONDS = 10;

interface Gym {
  readonly partnerId: string;
  readonly gymId: number;
}
type CallResult = { readonly answer: PatchAnswer } | { readonly waitSeconds: number };

/** One call to Wellhub: wait for its slot, call, record. */
@Injectable()
export class PatchCalls {
  constructor(
    private readonly accesses: WellhubAccesses,
    private readonly client: WellhubClient,
    private readonly gyms: WellhubCallGate,
    private readonly decisions: PatchRecords,
    private readonly slots: SlotRecords,
  ) {}

  async decision(lease: Leased<Booking>, signal: AbortSignal): Promise<void> {
    const { bookingNumber, decision: status, reason, reasonCategory } = lease;
    if (status === null)
      return this.decisions.record(lease, { kind: 'unreachable', cause: 'breaker' });
    const what = { bookingNumber, status, reason, reasonCategory };
    const result = await this.callWithinLimits(lease, (access) =>
      this.client.decideBooking({ ...access, ...what, timeoutMs: CALL_TIMEOUT_MS, signal }),
    );
    if ('waitSeconds' in result) return this.decisions.postpone(lease, result.waitSeconds);
    await this.decisions.record(lease, result.answer);
  }

  async slot(slot: DueSlot, signal: AbortSignal): Promise<void> {
    const { classId, slotId, totalBooked, totalCapacity } = slot;
    const what = { classId, slotId, totalBooked, totalCapacity };
    const result = await this.callWithinLimits(slot, (access) =>
      this.client.setSlot({ ...access, ...what, timeoutMs: CALL_TIMEOUT_MS, signal }),
    );
    if ('waitSeconds' in result) return this.slots.postpone(slot, result.waitSeconds);
    await this.slots.record(slot, result.answer);
  }

  /** Within the limits and the pause of the gym (W-48, W-58). */
  private async callWithinLimits(
    gym: Gym,
    call: (access: WellhubAccess) => Promise<PatchAnswer>,
  ): Promise<CallResult> {
    const access = await this.accesses.forGym(gym.partnerId, gym.gymId);
    const slot = await this.gyms.acquireCallSlot(gym);
    if (typeof slot === 'number')
      return { waitSeconds: Math.min(slot, LONGEST_WAIT_SECONDS) + Math.random() };
    if ('unusable' in access) {
      slot.release();
      return this.refuse(gym, access);
    }
    slot.use();
    const answer = await call(access);
    if (answer.kind === 'credentials-refused' && answer.status === undefined)
      return this.refuse(gym);
    if (answer.kind === 'unreachable' && answer.cause === 'breaker')
      return { waitSeconds: SILENT_SECONDS + Math.random() };
    await this.gyms.recordCredentialsResult(gym, credentialsStatusOf(answer));
    return { answer };
  }

  /** The gym's stored credentials cannot be used until they are corrected. No call, so no attempt is counted. */
  private async refuse(gym: Gym, access?: Unusable): Promise<CallResult> {
    const { unusable: detail, isUnreadable } = access ?? {};
    const status = { credentials: 'refused', detail, isUnreadable } as const;
    await this.gyms.recordCredentialsResult(gym, status);
    return { waitSeconds: LONGEST_WAIT_SECONDS + Math.random() };
  }
}
