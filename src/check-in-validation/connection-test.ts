import { Injectable } from '@nestjs/common';
import { WellhubAccesses } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import { WellhubClient, type ValidateAnswer } from '../wellhub/index.js';
import { GymHealth } from './gym-health.js';

export type ConnectionResult = 'OK' | 'CREDENTIALS_REFUSED' | 'GYM_NOT_ALLOWED' | 'UNREACHABLE';

/** An id that nobody has: a good connection is answered "not found" (W-55). */
const NOBODY = '0000000000000';
const TEST_MS = 8_000;

@Injectable()
export class ConnectionTest {
  constructor(
    private readonly accesses: WellhubAccesses,
    private readonly client: WellhubClient,
    private readonly health: GymHealth,
    private readonly db: Database,
  ) {}

  /** A good answer also ends the alert of refused credentials. @throws gym.not-found */
  async run(partnerId: string, gymId: number): Promise<ConnectionResult> {
    const access = await this.accesses.forGym(partnerId, gymId);
    if (!access) return 'CREDENTIALS_REFUSED';
    const call = { ...access, wellhubId: NOBODY, timeoutMs: TEST_MS };
    const answer = await this.client.validate(call);
    const result = resultOf(answer);
    const gym = { partnerId, gymId };
    if (result === 'OK' && (await this.health.note(this.db, gym, answer)))
      await this.health.closeAlert(gym);
    return result;
  }
}

function resultOf({ kind, status }: ValidateAnswer): ConnectionResult {
  if (kind === 'not-found') return 'OK';
  if (status === 401) return 'CREDENTIALS_REFUSED';
  return status === 403 ? 'GYM_NOT_ALLOWED' : 'UNREACHABLE';
}
