import { Injectable } from '@nestjs/common';
import { customerIdByGpwIdSql } from '../customers/index.js';
import { usagePartnersSql } from '../partners/index.js';
import { Database, type Queries } from '../platform/database/database.js';
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

/** Whole seconds are what Wellhub is told, so they are what counts. */
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

const LIST = {
  name: 'usage-events.list',
  text: `select ${USAGE_EVENT_COLUMNS} from usage_events u
    where u.partner_id = $1 and ($2::text is null or u.state = $2) and ($3::bigint is null or u.no < $3)
    order by u.no desc limit $4`,
};

const MOVE = {
  name: 'usage-events.move',
  text: 'update usage_events set customer_id = $3 where partner_id = $1 and customer_id = $2',
};

/** Without the person an unsent event can no longer be told. */
const ERASE = {
  name: 'usage-events.erase',
  text: `update usage_events set gpw_id = null, customer_id = null, details = null,
      state = case state when 'QUEUED' then 'UNPAYABLE' else state end
    where partner_id = $1 and (customer_id = $2 or gpw_id = $3)`,
};

const SWEEP = {
  name: 'usage-events.sweep',
  text: `delete from usage_events where (partner_id, no) in (
      select partner_id, no from usage_events where created_at < clock_timestamp() - interval '400 days'
      order by created_at limit 1000 for update skip locked)
    returning 1`,
};

/** What was used, and what became of telling it. */
@Injectable()
export class UsageEventsRepository {
  constructor(private readonly db: Database) {}

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
    return this.db.query<UsageEvent>(LIST, [partnerId, state, before, limit]);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(MOVE, [partnerId, fromId, intoId]);
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

  /** @returns how many it removed */
  async sweep(): Promise<number> {
    return (await this.db.query(SWEEP, [])).length;
  }
}
