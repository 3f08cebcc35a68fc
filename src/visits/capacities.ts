import { Injectable } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import type { Queries } from '../platform/database/database.js';
import {
  OccupancyRepository,
  type GymCapacity,
  type GymOfPartner,
} from './occupancy.repository.js';

/** How many people a gym admits. */
@Injectable()
export class Capacities {
  constructor(
    private readonly rows: OccupancyRepository,
    private readonly alerts: Alerts,
  ) {}

  /** Null: as many as come; then nothing is counted, and no door waits for another one. */
  async set(queries: Queries, gym: GymOfPartner, capacity: GymCapacity | null): Promise<void> {
    if (capacity) return this.rows.setCapacity(queries, gym, capacity);
    await this.rows.removeCapacity(queries, gym);
    for (const code of ['gate.nearly-full', 'gate.occupancy-drift'])
      await this.alerts.close(gym.partnerId, code, `gym/${gym.gymId}`, queries);
  }
}
