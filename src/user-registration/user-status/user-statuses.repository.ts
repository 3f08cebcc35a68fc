import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';

export interface NewStatus {
  readonly gpwId: string;
  readonly status: 'ACTIVE' | 'CANCELED';
  /** Null: the plan stays as it was. */
  readonly planId: string | null;
  readonly eventTime: Date;
}

/** A user who never registered gets a row too, so that a later registration finds what it must know (W-23). */
const APPLY = {
  name: 'user-registration.apply-status',
  text: `insert into wellhub_users as known (partner_id, gpw_id, status, plan_id, last_event_at)
    values ($1, $2, $3, $4, $5)
    on conflict (partner_id, gpw_id) do update set status = excluded.status,
      plan_id = coalesce(excluded.plan_id, known.plan_id), last_event_at = excluded.last_event_at
      where known.last_event_at is null or known.last_event_at < excluded.last_event_at
    returning xmax = 0 as "isNew"`,
};

/** The status of users as Wellhub reported it, in wellhub_users. */
@Injectable()
export class UserStatusesRepository {
  /** Locks the user until the transaction ends. @returns undefined when something later was applied before */
  async apply(
    tx: Queries,
    partnerId: string,
    { gpwId, status, planId, eventTime }: NewStatus,
  ): Promise<{ isNew: boolean } | undefined> {
    const values = [partnerId, gpwId, status, planId, eventTime];
    return (await tx.query<{ isNew: boolean }>(APPLY, values))[0];
  }
}
