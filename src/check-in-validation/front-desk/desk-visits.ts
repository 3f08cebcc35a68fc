import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Visits } from '../../visits/index.js';
import type { CheckIn } from '../check-ins/check-in.js';

/** A customer whose check-in is validated at the desk is inside: opens a visit, unless one is open there (W-71). */
@Injectable()
export class DeskVisits {
  constructor(
    private readonly db: Database,
    private readonly visits: Visits,
  ) {}

  async enter({ partnerId, customerId, gymId }: CheckIn): Promise<void> {
    await this.db.transaction((tx) => this.visits.openAtDesk(tx, partnerId, customerId, gymId));
  }
}
