import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gyms } from '../../partners/index.js';
import { Workers } from '../../platform/worker/workers.js';
import { InboxClaimsRepository } from './inbox-claims.repository.js';
import { InboxSweeps } from './inbox-sweeps.js';
import { IntegrationRequests } from './integration-requests.js';

const PARKED_EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 60_000;

/** The inbox's own background work: parked events whose gym now exists, set-up requests, old bodies and keys. */
@Injectable()
export class InboxUpkeep implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly rows: InboxClaimsRepository,
    private readonly sweeps: InboxSweeps,
    private readonly gyms: Gyms,
    private readonly requests: IntegrationRequests,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'inbox parked events',
      role: 'worker',
      queue: null,
      everyMs: PARKED_EVERY_MS,
      run: () => this.unpark(),
    });
    this.workers.add({
      name: 'inbox sweeps',
      role: 'worker',
      queue: null,
      everyMs: SWEEP_EVERY_MS,
      run: () => this.sweeps.run(),
    });
    this.requests.start(this.workers);
  }

  private async unpark(): Promise<number> {
    for (const { partnerId, wellhubGymId } of await this.rows.parkedGyms())
      if (await this.gyms.findByWellhubId(partnerId, wellhubGymId))
        await this.rows.unpark(partnerId, wellhubGymId);
    return 0;
  }
}
