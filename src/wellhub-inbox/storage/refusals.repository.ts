import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';

export const REFUSAL_REASONS = [
  'NO_SIGNATURE',
  'WRONG_SIGNATURE',
  'NO_SECRET',
  'ENCODED',
  'WRONG_ADDRESS',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** How many webhooks were refused at one address for one reason. */
export interface AddressRefusals {
  readonly partnerId: string;
  /** The gym whose own address it is; null: the partner's. */
  readonly gymId: number | null;
  readonly environment: 'production' | 'test';
  readonly reason: RefusalReason;
  readonly refused: number;
}

/** Of one day (UTC). */
export interface DayOfRefusals extends Omit<AddressRefusals, 'partnerId'> {
  readonly id: string;
  readonly day: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

const ADD = {
  name: 'refusals.add',
  text: `insert into wellhub_refusals as r (partner_id, id, day, environment, hook_gym_id, reason, refused)
    values ($1, $2, (clock_timestamp() at time zone 'UTC')::date, $3, $4, $5, $6)
    on conflict (partner_id, day, environment, hook_gym_id, reason)
    do update set refused = r.refused + excluded.refused, last_at = excluded.last_at
    returning refused`,
};

const LIST = {
  name: 'refusals.list',
  text: `select id, day::text as day, environment, nullif(hook_gym_id, 0) as "gymId", reason, refused,
      first_at as "firstAt", last_at as "lastAt"
    from wellhub_refusals
    where partner_id = $1 and ($2::bigint is null or hook_gym_id = $2) and ($3::uuid is null or id < $3)
    order by id desc limit $4`,
};

@Injectable()
export class RefusalsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({ table: 'wellhub_refusals', column: 'last_at', keep: '90 days' });
  }

  /** @returns how many there were that day */
  async add({ partnerId, environment, gymId, reason, refused }: AddressRefusals): Promise<number> {
    const values = [partnerId, uuidv7(), environment, gymId ?? 0, reason, refused];
    const [row] = await this.db.query<{ refused: number }>(ADD, values);
    return row?.refused ?? refused;
  }

  /** Newest first. */
  list(
    partnerId: string,
    gymId: number | undefined,
    page: { readonly before: string | undefined; readonly limit: number },
  ): Promise<DayOfRefusals[]> {
    const values = [partnerId, gymId ?? null, page.before ?? null, page.limit];
    return this.db.query<DayOfRefusals & object>(LIST, values);
  }
}
