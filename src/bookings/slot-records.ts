import { Injectable } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import type { PatchAnswer } from '../wellhub/index.js';
import { SlotsRepository, type DueSlot } from './slots.repository.js';

/** Writes down what Wellhub answered to the number of a slot (W-63). */
@Injectable()
export class SlotRecords {
  constructor(
    private readonly rows: SlotsRepository,
    private readonly alerts: Alerts,
  ) {}

  async record(slot: DueSlot, answer: PatchAnswer, retrySeconds: number): Promise<void> {
    const isAgain = answer.kind === 'again';
    await this.rows.record(slot, {
      retrySeconds: isAgain ? retrySeconds : null,
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
