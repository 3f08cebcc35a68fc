import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { Queries } from '../../platform/database/database.js';
import type { CredentialsStatus } from '../../wellhub/index.js';
import { CallPausesRepository } from './call-pauses.repository.js';

const CODES = { refused: 'wellhub.credentials-refused', unreadable: 'secrets.unreadable' } as const;

export interface GymKey {
  readonly partnerId: string;
  readonly gymId: number;
}

/** A gym with refused credentials makes one trial call per minute, until a good answer ends that (W-48). */
@Injectable()
export class CredentialsHealth {
  constructor(
    private readonly pauses: CallPausesRepository,
    private readonly alerts: Alerts,
  ) {}

  /** @returns true when the credentials have just become good: close the gym's alert after the commit */
  async note(queries: Queries, { partnerId, gymId }: GymKey, seen: CredentialsStatus) {
    if (seen.credentials === 'unknown') return false;
    if (seen.credentials === 'good') return this.pauses.resume(queries, partnerId, gymId);
    await this.pauses.pause(queries, partnerId, gymId);
    const detail =
      seen.status === undefined
        ? `No call can be made: ${seen.detail ?? 'the access token cannot be sent'}`
        : `Wellhub answered ${seen.status}`;
    const code = seen.isUnreadable ? CODES.unreadable : CODES.refused;
    await this.alerts.raise({ partnerId, code, object: `gym/${gymId}`, gymId, detail }, queries);
    return false;
  }

  async closeAlert({ partnerId, gymId }: GymKey): Promise<void> {
    for (const code of Object.values(CODES))
      await this.alerts.close(partnerId, code, `gym/${gymId}`);
  }
}
