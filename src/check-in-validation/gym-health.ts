import { Injectable } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import type { Queries } from '../platform/database/database.js';
import type { ValidateAnswer } from '../wellhub/index.js';
import { LeasesRepository } from './leases.repository.js';

const CODE = 'wellhub.credentials-refused';

interface AtGym {
  readonly partnerId: string;
  readonly gymId: number;
}

/** A gym whose credentials Wellhub refuses is red and calls once a minute; a good answer makes it green (W-48). */
@Injectable()
export class GymHealth {
  constructor(
    private readonly leases: LeasesRepository,
    private readonly alerts: Alerts,
  ) {}

  /** @returns true when the gym has just become green: close its alert after the commit */
  async note(queries: Queries, { partnerId, gymId }: AtGym, answer: ValidateAnswer) {
    if (answer.kind === 'unreachable') return false;
    if (answer.kind !== 'credentials-refused') return this.leases.resume(queries, partnerId, gymId);
    await this.leases.pause(queries, partnerId, gymId);
    const detail =
      answer.status === undefined
        ? 'No access token or no Wellhub gym id is stored'
        : `Wellhub answered ${answer.status}`;
    await this.alerts.raise(
      { partnerId, code: CODE, object: `gym/${gymId}`, gymId, detail },
      queries,
    );
    return false;
  }

  async closeAlert({ partnerId, gymId }: AtGym): Promise<void> {
    await this.alerts.close(partnerId, CODE, `gym/${gymId}`);
  }
}
