import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CallLimits, type CallSlot, type CredentialsStatus } from '../../wellhub/index.js';
import { CredentialsHealth, type GymKey } from './credentials-health.js';
import { CallPausesRepository } from './call-pauses.repository.js';

/** Calls to Wellhub about a gym that validate nothing: within the same limits and the same pause (W-48, W-58). */
@Injectable()
export class WellhubCallGate {
  constructor(
    private readonly limits: CallLimits,
    private readonly pauses: CallPausesRepository,
    private readonly health: CredentialsHealth,
    private readonly db: Database,
  ) {}

  /** @returns seconds to wait before a call, or its slot: at a gym with refused credentials that of the minute's trial call */
  async acquireCallSlot({ partnerId, gymId }: GymKey): Promise<CallSlot | number> {
    const slot = this.limits.take(partnerId, gymId);
    if (typeof slot === 'number') return slot;
    let wait: number | undefined;
    try {
      wait = await this.pauses.acquireCallSlot(partnerId, gymId);
      return wait > 0 ? wait : slot;
    } finally {
      if (wait !== 0) slot.release();
    }
  }

  /** Records the state of the gym's credentials that an answer showed. */
  async recordCredentialsResult(gym: GymKey, status: CredentialsStatus): Promise<void> {
    if (await this.health.note(this.db, gym, status)) await this.health.closeAlert(gym);
  }
}
