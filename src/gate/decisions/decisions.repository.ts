import { Injectable } from '@nestjs/common';
import type { GymTime } from '../../check-in-validation/index.js';
import { Database } from '../../platform/database/database.js';
import { Partitions } from '../../platform/database/partition-keeper.js';
import type { PassageState } from '../passages/passage.js';
import { passageStateSql } from '../passages/passages.sql.js';
import type { EntryRight } from '../scan/scan.js';
import type { Moment } from '../../platform/http/paging.js';

/** A decision that the gate statement did not write itself. */
export interface NewDecision {
  readonly partnerId: string;
  readonly gymId: number;
  readonly deviceId?: number;
  /** OPEN, REPEAT, or the error's name on the wire. */
  readonly result: string;
  readonly customerId?: number | null;
  readonly valueHash?: Buffer;
  readonly dryRun?: boolean;
  readonly note?: string;
  readonly medium?: string | undefined;
  readonly right?: EntryRight | null;
  readonly ruleId?: number | null;
}

export interface DecisionRow {
  readonly id: string;
  readonly at: Date;
  /** `at` in microseconds, as a Date cannot hold them: the place in the list. */
  readonly micros: number;
  readonly deviceId: number | null;
  readonly result: string;
  readonly customerId: number | null;
  readonly visitId: number | null;
  readonly hashPrefix: string;
  readonly dryRun: boolean;
  readonly note: string | null;
  readonly medium: string | null;
  readonly passage: PassageState | null;
  readonly right: EntryRight | null;
  readonly ruleId: number | null;
}

export const DECISION_OUTCOMES = ['OPENED', 'REFUSED'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** A door, and the gym under whose key its decisions stand. */
export interface DoorOfGym {
  readonly id: number;
  readonly gymId: number;
}

export interface DecisionFilter {
  readonly gymId: number;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly result: string | null;
  readonly deviceId: number | null;
  readonly ruleId: number | null;
  /** Whether the door opened. */
  readonly outcome: DecisionOutcome | null;
  /** Where the page before ended. */
  readonly before: Moment | undefined;
  readonly limit: number;
}

const ADD = {
  name: 'gate.log-decision',
  text: `insert into gate_decisions
      (partner_id, gym_id, device_id, result, customer_id, value_hash_prefix, dry_run, note, medium, access_right, rule_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

/** The bounds stand alone, so that only the days between them are read. */
export const LIST_DECISIONS = {
  name: 'gate.list-decisions',
  text: `select id, at, (extract(epoch from at) * 1000000)::bigint as micros, device_id as "deviceId", result,
      customer_id as "customerId", visit_id as "visitId", value_hash_prefix as "hashPrefix",
      dry_run as "dryRun", note, medium, ${passageStateSql('d.partner_id', 'd.passage_id')} as passage,
      access_right as "right", rule_id as "ruleId"
    from gate_decisions d
    where partner_id = $1 and gym_id = $2
      and at >= coalesce($3::timestamptz, '-infinity') and at < coalesce($4::timestamptz, 'infinity')
      and ($5::text is null or result = $5)
      and at <= coalesce('epoch'::timestamptz + $6::bigint * interval '1 microsecond', 'infinity')
      and ($6 is null or (at, id) < ('epoch'::timestamptz + $6 * interval '1 microsecond', $7::uuid))
      and ($8::bigint is null or device_id = $8)
      and ($9::text is null or (result in ('OPEN', 'REPEAT')) = ($9 = 'OPENED'))
      and ($10::bigint is null or rule_id = $10)
    order by at desc, id desc limit $11`,
};

/** By the day, so that a door that is in use reads one row. */
const LAST_SCANS = {
  name: 'gate.last-scans',
  text: `select d.id::float8 as id, s.at from unnest($2::bigint[], $3::bigint[]) as d (id, gym_id)
    join lateral (
      select g.at from gate_decisions g
      where g.partner_id = $1 and g.gym_id = d.gym_id and g.device_id = d.id and not g.dry_run
        and g.at >= statement_timestamp() - interval '30 days'
      order by g.at desc limit 1) s on true`,
};

const CUSTOMERS_AT = {
  name: 'gate.customers-at',
  text: `select distinct customer_id as id from gate_decisions
    where partner_id = $1 and gym_id = $2 and at between $3 and $4
      and customer_id is not null and not dry_run
    limit 2000`,
};
/** All of one customer. */
export const EXPORTED_GATE_DECISIONS = `select at, gym_id as "gymId", device_id as "deviceId", result, visit_id as "visitId"
  from gate_decisions where partner_id = $1 and customer_id = $2 order by at`;

/** For a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */
export const scanHistorySql = (partner: string, customer: string): string => `
  select d.at, d.id::text as id, d.gym_id,
    json_build_object('decisionId', d.id, 'result', d.result, 'isAdmitted', d.result in ('OPEN', 'REPEAT'),
      'deviceId', d.device_id, 'visitId', d.visit_id, 'hashPrefix', d.value_hash_prefix, 'dryRun', d.dry_run,
      'note', d.note) as facts
  from gate_decisions d where d.partner_id = ${partner} and d.customer_id = ${customer}`;

/**
 * For statistics: two keys, `result`, `n`, of scans that were no dry runs. `periods` is a relation `p` of `partner_id`,
 * `gym_id`, `starts_at`, `ends_at`; `keys` makes two columns of it and of the time of a scan. `since` is when the first
 * period starts: a plan that knows it locks no partition before.
 */
export const refusalFiguresSql = (
  periods: string,
  keys: (at: string) => string,
  since = "timestamptz '-infinity'",
): string => `
  select ${keys('d.at')}, d.result, count(*)::int as n
  from ${periods} p join gate_decisions d on d.partner_id = p.partner_id and d.gym_id = p.gym_id
    and d.at >= p.starts_at and d.at < p.ends_at and d.at >= ${since}
  where not d.dry_run
  group by 1, 2, 3`;

/** The answer to every scan, kept for 90 days (O-36). It names values by the beginning of their hash. */
@Injectable()
export class DecisionsRepository {
  constructor(
    private readonly db: Database,
    partitions: Partitions,
  ) {
    partitions.declare({
      data: 'gate-decisions',
      table: 'gate_decisions',
      unit: 'day',
      ahead: 3,
      keep: 91,
    });
  }

  async add({ partnerId, gymId, result, ...decision }: NewDecision): Promise<void> {
    const { deviceId = null, customerId = null, dryRun = false } = decision;
    const prefix = decision.valueHash?.toString('hex').slice(0, 12) ?? '';
    const { note = null, medium = null, right = null, ruleId = null } = decision;
    const found = [partnerId, gymId, deviceId, result, customerId, prefix];
    await this.db.query(ADD, [...found, dryRun, note, medium, right, ruleId]);
  }

  /** Newest first. */
  async list(partnerId: string, filter: DecisionFilter): Promise<DecisionRow[]> {
    const { gymId, from, to, result, deviceId, ruleId, outcome, before, limit } = filter;
    const place = [before?.micros ?? null, before?.id ?? null];
    return this.db.query<DecisionRow>(LIST_DECISIONS, [
      partnerId,
      gymId,
      from,
      to,
      result,
      ...place,
      deviceId,
      outcome,
      ruleId,
      limit,
    ]);
  }

  /** When something was last scanned at each door, in the last 30 days. */
  async lastScans(partnerId: string, doors: readonly DoorOfGym[]): Promise<Map<number, Date>> {
    if (doors.length === 0) return new Map();
    const ids = [doors.map(({ id }) => id), doors.map(({ gymId }) => gymId)];
    const rows = await this.db.query<{ id: number; at: Date }>(LAST_SCANS, [partnerId, ...ids]);
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** Who was scanned. */
  async customersAt({ partnerId, gymId, from, to }: GymTime): Promise<number[]> {
    const values = [partnerId, gymId, from, to];
    return (await this.db.query<{ id: number }>(CUSTOMERS_AT, values)).map(({ id }) => id);
  }
}
