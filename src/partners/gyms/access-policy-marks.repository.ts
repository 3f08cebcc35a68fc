import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';

const LOCK = {
  name: 'gyms.lock',
  text: `select deleted_at is null as "isThere" from gyms where partner_id = $1 and id = $2 for no key update`,
};
const MARK = {
  name: 'gyms.mark-access-policy',
  text: `update gyms set has_access_policy = $3 where partner_id = $1 and id = $2 and has_access_policy <> $3`,
};

/** Which gyms have rules of their own for their doors: a door reads rules only where the mark stands. */
@Injectable()
export class AccessPolicyMarksRepository {
  /** One change of a gym's rules at a time. @returns false where there is no such gym, or no longer one */
  async lock(tx: Queries, partnerId: string, gymId: number): Promise<boolean> {
    const [row] = await tx.query<{ isThere: boolean }>(LOCK, [partnerId, gymId]);
    return row?.isThere ?? false;
  }

  async set(tx: Queries, partnerId: string, gymId: number, hasPolicy: boolean): Promise<void> {
    await tx.query(MARK, [partnerId, gymId, hasPolicy]);
  }
}
