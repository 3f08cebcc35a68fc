import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CallLimits } from '../../wellhub/index.js';
import { CredentialsHealth, type GymKey, type CredentialsStatus } from './credentials-health.js';
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

  /** Seconds to wait before a call; 0 = call now. At a gym with refused credentials that is the one trial call of the minute. */
  async acquireCallSlot({ partnerId, gymId }: GymKey): Promise<number> {
    return this.limits.take(partnerId, gymId) || this.pauses.acquireCallSlot(partnerId, gymId);
  }

  /** Records what the answer says about the gym's credentials. */
  async recordCredentialsResult(gym: GymKey, status: CredentialsStatus): Promise<void> {
    if (await this.health.note(this.db, gym, status)) await this.health.closeAlert(gym);
  }
}
