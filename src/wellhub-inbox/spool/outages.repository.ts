import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';

/** A time in which webhooks about a gym were refused. */
export interface WebhookOutage {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
  readonly refused: number;
}

/** The same before it is stored; its times are in ms by our clock. */
export interface NewOutage {
  readonly id: string;
  readonly partnerId: string;
  readonly wellhubGymId: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly refused: number;
}

const ago = (ms: string) => `clock_timestamp() - ${ms}::float8 * interval '1 millisecond'`;

const STORE = {
  name: 'outages.store',
  text: `insert into wellhub_outages as o (partner_id, id, wellhub_gym_id, started_at, ended_at, refused)
    values ($1, $2, $3, ${ago('$4')}, ${ago('$5')}, $6)
    on conflict (partner_id, id) do update set ended_at = greatest(o.ended_at, excluded.ended_at),
      refused = greatest(o.refused, excluded.refused)`,
};

const COLUMNS = `id, started_at as "from", ended_at as "to", refused`;
const OF_GYM = `partner_id = $1 and (wellhub_gym_id is null or wellhub_gym_id = $2)`;

const LIST = {
  name: 'outages.list',
  text: `select ${COLUMNS} from wellhub_outages where ${OF_GYM} and ($3::uuid is null or id < $3)
    order by id desc limit $4`,
};

const FIND = {
  name: 'outages.find',
  text: `select ${COLUMNS} from wellhub_outages where ${OF_GYM} and id = $3`,
};

@Injectable()
export class OutagesRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'missing-webhooks', countedFrom: 'ENDED' },
      table: 'wellhub_outages',
      column: 'ended_at',
      keep: '90 days',
    });
  }

  /**
   * Once, or with what is known by now when it is stored again. Times are stored by the database's clock: as ages of the
   * moment at which the statement is sent.
   */
  async store(outage: NewOutage): Promise<void> {
    const { partnerId, id, wellhubGymId, startedAt, endedAt, refused } = outage;
    await this.db.query(STORE, () => {
      const now = this.clock.now().getTime();
      return [partnerId, id, wellhubGymId, now - startedAt, now - endedAt, refused];
    });
  }

  /** Newest first. */
  list(
    partnerId: string,
    wellhubGymId: string | null,
    page: { readonly before: string | undefined; readonly limit: number },
  ): Promise<WebhookOutage[]> {
    const values = [partnerId, wellhubGymId, page.before ?? null, page.limit];
    return this.db.query<WebhookOutage>(LIST, values);
  }

  async find(partnerId: string, wellhubGymId: string | null, id: string) {
    return (await this.db.query<WebhookOutage>(FIND, [partnerId, wellhubGymId, id]))[0];
  }
}
