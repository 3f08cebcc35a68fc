import { Injectable } from '@nestjs/common';
import { GymErrors, WellhubAccesses, type WellhubAccess } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { WellhubClient, type PatchAnswer } from '../wellhub/index.js';
import { PatchRecords } from './patch-records.js';
import type { Lease } from './patches.repository.js';
import { secondsUntilRetry } from './patch-rule.js';
import { SlotRecords } from './slot-records.js';
import type { DueSlot } from './slots.repository.js';

/** Ends before the lease does, so that a late answer is never a second call's rival. */
const CALL_MS = 10_000;
const LONGEST_SLOT_WAIT = 900;

/** One call to Wellhub: tell, record. */
@Injectable()
export class PatchCalls {
  constructor(
    private readonly accesses: WellhubAccesses,
    private readonly client: WellhubClient,
    private readonly decisions: PatchRecords,
    private readonly slots: SlotRecords,
  ) {}

  async decision(lease: Lease, signal: AbortSignal): Promise<void> {
    const access = await this.access(lease);
    await this.decisions.record(lease, await this.tellDecision(lease, access, signal));
  }

  async slot(slot: DueSlot, signal: AbortSignal): Promise<void> {
    const access = await this.access(slot);
    const { classId, slotId, totalBooked, totalCapacity } = slot;
    const what = { classId, slotId, totalBooked, totalCapacity };
    const answer: PatchAnswer = access
      ? await this.client.setSlot({ ...access, ...what, timeoutMs: CALL_MS, signal })
      : { kind: 'again' };
    const wait = Math.min(
      secondsUntilRetry(answer, slot.attempts, Math.random()),
      LONGEST_SLOT_WAIT,
    );
    await this.slots.record(slot, answer, wait);
  }

  private async tellDecision(
    { bookingNumber, decision: status, reason, reasonCategory }: Lease,
    access: WellhubAccess | undefined,
    signal: AbortSignal,
  ): Promise<PatchAnswer> {
    if (!access || status === null) return { kind: 'again' };
    const what = { bookingNumber, status, reason, reasonCategory };
    return this.client.decideBooking({ ...access, ...what, timeoutMs: CALL_MS, signal });
  }

  /** Without a connection, or after the gym was removed, nobody can be told: as if Wellhub did not answer. */
  private async access({ partnerId, gymId }: { partnerId: string; gymId: number }) {
    try {
      return await this.accesses.forGym(partnerId, gymId);
    } catch (error) {
      if (error instanceof DomainError && error.is(GymErrors.notFound)) return undefined;
      throw error;
    }
  }
}
