import { Injectable } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import { isRetryable, secondsUntilRetry, type PatchAnswer } from '../wellhub/index.js';
import { SlotsRepository, type DueSlot } from './slots.repository.js';

const LONGEST_WAIT_SECONDS = 900;

/** Records Wellhub's answer to the number of a slot (W-63). */
@Injectable()
export class SlotRecords {
  constructor(
    private readonly rows: SlotsRepository,
    private readonly alerts: Alerts,
  ) {}

  /** The call could not be made yet. */
  postpone(slot: DueSlot, seconds: number): Promise<void> {
    return this.rows.postpone(slot, seconds);
  }

  async record(slot: DueSlot, answer: PatchAnswer): Promise<void> {
    const planned = secondsUntilRetry({ ...slot, ...answer });
    await this.rows.record(slot, {
      retrySeconds: isRetryable(answer) ? Math.min(planned, LONGEST_WAIT_SECONDS) : null,
      status: answer.status ?? null,
      isDone: answer.kind === 'done',
    });
    if (answer.kind === 'unknown' || answer.kind === 'refused') await this.raise(slot, answer);
  }

  private raise(slot: DueSlot, { kind, status }: PatchAnswer): Promise<void> {
    const { partnerId, gymId, classId, slotId } = slot;
    const code = kind === 'unknown' ? 'booking.unknown-to-wellhub' : 'booking.refused';
    const object = `slot/${gymId}/${classId}/${slotId}`;
    const detail = `Wellhub answered ${status} to the number of the slot`;
    return this.alerts.raise({ partnerId, code, object, gymId, detail });
  }
}
