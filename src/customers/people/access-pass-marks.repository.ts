import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';

const MARK = {
  name: 'customers.mark-access-passes',
  text: `update customers set has_access_passes = $3
    where partner_id = $1 and id = $2 and has_access_passes <> $3`,
};

/** Who has passes: a door reads the passes of those people alone. */
@Injectable()
export class AccessPassMarksRepository {
  async set(tx: Queries, partnerId: string, customerId: number, hasPasses: boolean): Promise<void> {
    await tx.query(MARK, [partnerId, customerId, hasPasses]);
  }
}
