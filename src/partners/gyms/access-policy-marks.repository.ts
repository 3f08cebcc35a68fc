import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';

const LOCK = {
  name: 'gyms.lock',
  text: `select id from gyms where partner_id = $1 and id = $2 and deleted_at is null for no key update`,
};
const MARK = {
  name: 'gyms.mark-access-policy',
  text: `update gyms set has_access_policy = $3 where partner_id = $1 and id = $2 and has_access_policy <> $3`,
};

/** Which gyms have rules of their own for their doors: a door reads rules only where the mark stands. */
@Injectable()
export class AccessPolicyMarksRepository {
  /** One change of a gym's rules at a time. @returns false where there is no such gym */
  async lock(tx: Queries, partnerId: string, gymId: number): Promise<boolean> {
    return (await tx.query(LOCK, [partnerId, gymId])).length > 0;
  }

  async set(tx: Queries, partnerId: string, gymId: number, hasPolicy: boolean): Promise<void> {
    await tx.query(MARK, [partnerId, gymId, hasPolicy]);
  }
}
