import { Injectable } from '@nestjs/common';
import { customerIdByGpwIdSql } from '../customers/index.js';
import { usagePartnersSql } from '../partners/index.js';
import { Database, type Queries } from '../platform/database/database.js';
import { Sweeps } from '../platform/database/sweeps.js';
import { canceledSinceSql } from '../user-registration/index.js';
import {
  USAGE_EVENT_COLUMNS,
  type NewUsageEvent,
  type UsageEvent,
  type UsageEventState,
} from './usage-event.js';

export interface UsageEventPage {
  readonly state: UsageEventState | null;
  /** The number that the page before ended with. */
  readonly before: number | null;
  readonly limit: number;
}

/** Wellhub gets whole seconds, so they are what counts. */
const FUTURE = {
  name: 'usage-events.future',
  text: `select (t.place - 1)::int as index from unnest($1::timestamptz[]) with ordinality as t(at, place)
    where date_trunc('second', t.at) > clock_timestamp() order by t.place`,
};

const ADD = {
  name: 'usage-events.add',
  text: `insert into usage_events as u
      (partner_id, gpw_id, customer_id, event_type, occurred_at, details, source, environment, state)
    select p.partner_id, e.gpw_id, ${customerIdByGpwIdSql('p.partner_id', 'e.gpw_id')}, e.event_type,
      e.occurred_at, e.details, 'ADMIN', p.environment,
      case when e.occurred_at > ${canceledSinceSql('p.partner_id', 'e.gpw_id')} then 'UNPAYABLE' else 'QUEUED' end
    from (${usagePartnersSql}) p, unnest($2::text[], $3::text[], $4::timestamptz[], $5::json[])
      with ordinality as e(gpw_id, event_type, occurred_at, details, place)
    where p.partner_id = $1
    order by e.place
    returning ${USAGE_EVENT_COLUMNS}`,
};

/** Statements of their own, because a state has an index of its own: a few rows beside all that were sent. */
const list = (kind: string, condition: string) => ({
  name: `usage-events.list-${kind}`,
  text: `select ${USAGE_EVENT_COLUMNS} from usage_events u
    where u.partner_id = $1 and u.no < coalesce($2::bigint, ${Number.MAX_SAFE_INTEGER}) and ${condition}
    order by u.no desc limit $3`,
});
const LIST = list('all', 'true');
const LIST_STATE = list('state', 'u.state = $4');

/** Without the person an unsent event can no longer be sent. */
const ERASE = {
  name: 'usage-events.erase',
  text: `update usage_events set gpw_id = null, customer_id = null, details = null,
      state = case state when 'QUEUED' then 'UNPAYABLE' else state end
    where partner_id = $1 and (customer_id = $2 or gpw_id = $3)`,
};

/** What was used, and whether it was sent. */
@Injectable()
export class UsageEventsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'usage-events', countedFrom: 'CREATED' },
      table: 'usage_events',
      column: 'created_at',
      keep: '400 days',
    });
  }

  /** @returns the indexes of those that lie in the future */
  async future(times: readonly Date[]): Promise<number[]> {
    const rows = await this.db.query<{ index: number }>(FUTURE, [times]);
    return rows.map(({ index }) => index);
  }

  /** All or none; what happened after the user was canceled is UNPAYABLE at once (W-66). */
  add(partnerId: string, events: readonly NewUsageEvent[]): Promise<UsageEvent[]> {
    return this.db.query<UsageEvent>(ADD, [
      partnerId,
      events.map(({ gpwId }) => gpwId),
      events.map(({ eventType }) => eventType),
      events.map(({ occurredAt }) => occurredAt),
      events.map(({ details }) => JSON.stringify(details)),
    ]);
  }

  /** Newest first. */
  list(partnerId: string, { state, before, limit }: UsageEventPage): Promise<UsageEvent[]> {
    const place = [partnerId, before, limit];
    return state === null
      ? this.db.query<UsageEvent>(LIST, place)
      : this.db.query<UsageEvent>(LIST_STATE, [...place, state]);
  }

  /** @param gpwId what the customer carries: events may have come before the customer did */
  async erase(
    queries: Queries,
    partnerId: string,
    customerId: number,
    gpwId: string | null,
  ): Promise<void> {
    await queries.query(ERASE, [partnerId, customerId, gpwId]);
  }
}
