import { Injectable } from '@nestjs/common';
import {
  customerByCardForEntrySql,
  customerForEntrySql,
  survivorIdSql,
} from '../../customers/index.js';
import { doorOfDeviceSql, grantsOfDeviceSql } from '../../gate/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import type { DeviceOfGym } from '../contact/contacts.repository.js';
import type { DeviceEventType } from '../device-events/device-event.js';
import {
  completed,
  type ChosenSettings,
  type ControlIdSettings,
} from '../device-settings/control-id-settings.js';

/** A device as its logs are read. */
export interface LogSource extends DeviceOfGym {
  readonly direction: 'IN' | 'OUT' | 'BOTH';
  readonly settings: ControlIdSettings;
  /** Null while no scan has shown its clock. */
  readonly skewSeconds: number | null;
  readonly lastLogId: string;
  readonly now: Date;
}

/** What was made of a log. */
export interface TakenLog {
  readonly type: DeviceEventType;
  readonly at: Date;
  readonly gymId: number;
  readonly customerId: number | null;
}

/** How a log names a person. */
export interface NamedPerson {
  readonly cardNumber: string | null;
  readonly userId: string | null;
}

export interface GrantSearch {
  /** Either may be the customer of the grant. */
  readonly customerIds: readonly number[];
  readonly prefixes: readonly string[];
  /** When it was: as corrected, and while nothing is known of the clock also when the device reported it. */
  readonly times: readonly Date[];
}

const SOURCE = {
  name: 'control-id.log-source',
  text: `select c.partner_id as "partnerId", c.device_id as id, d.gym_id as "gymId", d.direction, c.settings,
      k.clock_skew_seconds as "skewSeconds", coalesce(k.last_log_id, 0)::text as "lastLogId", clock_timestamp() as now
    from control_id_devices c cross join lateral ${doorOfDeviceSql('c.partner_id', 'c.device_id')} d
    left join control_id_contacts k on k.partner_id = c.partner_id and k.device_id = c.device_id
    where c.partner_id = $1 and c.device_id = $2`,
};

const LOCK = {
  name: 'control-id.lock-logs',
  text: `select pg_advisory_xact_lock(hashtextextended('control-id/logs/' || $1::uuid || '/' || $2::bigint, 7))::text`,
};

const TAKEN = {
  name: 'control-id.taken-log',
  text: `select type, at, gym_id as "gymId", customer_id as "customerId" from control_id_device_events
    where partner_id = $1 and device_id = $2 and log_id = $3`,
};

const PEOPLE = {
  name: 'control-id.people-of-log',
  text: `select (select c.id from (${customerByCardForEntrySql('$1::uuid', '$2::text')}) c) as "byCard",
    (select c.id from (select ${survivorIdSql('$1::uuid', '$3::bigint')} as id) s
      cross join lateral (${customerForEntrySql('$1::uuid', 's.id')}) c) as "byId"`,
};

const WITHIN = `interval '120 seconds'`;
const GATE = { partner: '$1::uuid', gym: '$2::bigint', device: '$3::bigint' };

/** The nearest in time that no other log belongs to. */
const GRANT = {
  name: 'control-id.grant-of-log',
  text: `select g.id from unnest($6::timestamptz[]) with ordinality as t (at, no) cross join lateral (
      ${grantsOfDeviceSql(GATE, `t.at - ${WITHIN}`, `t.at + ${WITHIN}`)}) g
    where (g.customer_id = any($4::bigint[]) or g.value_hash_prefix = any($5::text[]))
      and not exists (select from control_id_device_events e where e.partner_id = $1 and e.decision_id = g.id)
    order by t.no, abs(extract(epoch from g.at - t.at)) limit 1`,
};

const LEFT = {
  name: 'control-id.has-left',
  text: `select exists (select from control_id_device_events e
    where e.partner_id = $1 and e.customer_id = $2 and e.visit_id = $3 and e.type = 'OFFLINE_EXIT') as left`,
};

const ADVANCE = {
  name: 'control-id.advance-logs',
  text: `update control_id_contacts set last_log_id = greatest(last_log_id, $3::bigint)
    where partner_id = $1 and device_id = $2`,
};

const CLAIM_FETCH = {
  name: 'control-id.claim-log-fetch',
  text: `update control_id_contacts k set logs_fetched_at = clock_timestamp()
    where k.partner_id = $1 and k.device_id = $2
      and ($3 or k.logs_fetched_at is null or k.logs_fetched_at < clock_timestamp() - interval '1 minute')
      and not exists (select from control_id_commands c where c.partner_id = $1 and c.device_id = $2
        and c.kind = 'LOGS' and c.state in ('WAITING', 'HANDED_OUT'))
    returning k.last_log_id as "lastLogId"`,
};

@Injectable()
export class LogsRepository {
  constructor(private readonly db: Database) {}

  async source({ partnerId, id }: DeviceOfGym): Promise<LogSource | undefined> {
    type Row = Omit<LogSource, 'settings'> & { settings: ChosenSettings };
    const [row] = await this.db.query<Row & object>(SOURCE, [partnerId, id]);
    return row && { ...row, settings: completed(row.settings) };
  }

  /** Makes the logs of one device serial, until the transaction ends. */
  async lock(queries: Queries, { partnerId, id }: DeviceOfGym): Promise<void> {
    await queries.query(LOCK, [partnerId, id]);
  }

  async taken(queries: Queries, { partnerId, id }: DeviceOfGym, logId: string) {
    return (await queries.query<TakenLog & object>(TAKEN, [partnerId, id, logId]))[0];
  }

  /** The customers whom a log may mean. */
  async people(queries: Queries, partnerId: string, { cardNumber, userId }: NamedPerson) {
    type Row = { byCard: number | null; byId: number | null };
    const [row] = await queries.query<Row>(PEOPLE, [partnerId, cardNumber, userId]);
    return row ?? { byCard: null, byId: null };
  }

  /** The scan that this log is the end of; undefined when the device opened without us. */
  async grant(
    queries: Queries,
    { partnerId, gymId, id }: DeviceOfGym,
    { customerIds, prefixes, times }: GrantSearch,
  ): Promise<string | undefined> {
    const values = [partnerId, gymId, id, customerIds, prefixes, times];
    return (await queries.query<{ id: string }>(GRANT, values))[0]?.id;
  }

  /** Whether a device has told that they left this visit. */
  async hasLeft(queries: Queries, partnerId: string, customerId: number, visitId: number) {
    const values = [partnerId, customerId, visitId];
    return (await queries.query<{ left: boolean }>(LEFT, values))[0]?.left === true;
  }

  async advance({ partnerId, id }: DeviceOfGym, lastLogId: string): Promise<void> {
    await this.db.query(ADVANCE, [partnerId, id, lastLogId]);
  }

  /** @returns after which log the device is to begin; undefined when it was asked lately, or is being asked */
  async claimFetch(
    { partnerId, id }: DeviceOfGym,
    { isNextPage = false } = {},
  ): Promise<number | undefined> {
    const values = [partnerId, id, isNextPage];
    return (await this.db.query<{ lastLogId: number }>(CLAIM_FETCH, values))[0]?.lastLogId;
  }
}
