import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { AccessRule, RuleValues } from './access-rule.js';

const COLUMNS = `id, gym_id as "gymId", position, version, name, active, effect, time_condition as "when",
  person_condition as who, to_json(device_ids) as "deviceIds", message`;

const LIST = {
  name: 'access-rules.list',
  text: `select ${COLUMNS} from access_rules where partner_id = $1 and gym_id = $2 order by position`,
};
const FIND = {
  name: 'access-rules.find',
  text: `select ${COLUMNS} from access_rules where partner_id = $1 and id = $2`,
};
const INSERT = {
  name: 'access-rules.insert',
  text: `insert into access_rules (partner_id, gym_id, position, name, active, effect, time_condition, person_condition,
      device_ids, message)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
};
const UPDATE = {
  name: 'access-rules.update',
  text: `update access_rules set version = version + 1, name = $3, active = $4, effect = $5, time_condition = $6,
      person_condition = $7, device_ids = $8, message = $9
    where partner_id = $1 and id = $2`,
};
const ARRANGE = {
  name: 'access-rules.arrange',
  text: `update access_rules r set position = o.position, version = version + 1
    from unnest($3::bigint[]) with ordinality o (id, position)
    where r.partner_id = $1 and r.gym_id = $2 and r.id = o.id and r.position <> o.position`,
};
const REMOVE = {
  name: 'access-rules.remove',
  text: `delete from access_rules where partner_id = $1 and id = $2`,
};
const REMOVE_ALL = {
  name: 'access-rules.remove-all',
  text: `delete from access_rules where partner_id = $1 and gym_id = $2`,
};
// Of a list that becomes empty the rule would mean every door.
const LEAVE_DEVICE = {
  name: 'access-rules.leave-device',
  text: `update access_rules set version = version + 1, device_ids = array_remove(device_ids, $3),
      active = active and device_ids <> array[$3::bigint]
    where partner_id = $1 and gym_id = $2 and $3 = any(device_ids)
    returning id, name, device_ids = '{}' as "hasNoDoor"`,
};

const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
const valuesOf = ({ name, active, effect, when, who, deviceIds, message }: RuleValues) => [
  name,
  active,
  effect,
  json(when),
  json(who),
  deviceIds,
  json(message),
];

type Row = AccessRule & Record<string, unknown>;

export interface RulePlace {
  readonly partnerId: string;
  readonly gymId: number;
  readonly position: number;
}

export interface LeftRule {
  readonly id: number;
  readonly name: string;
  /** No door is left. */
  readonly hasNoDoor: boolean;
}

/** The table `access_rules`. Who changes it holds the lock of the gym, and compiles the rules anew. */
@Injectable()
export class AccessRulesRepository {
  constructor(private readonly db: Database) {}

  /** All of a gym, by position. */
  async list(queries: Queries, partnerId: string, gymId: number): Promise<AccessRule[]> {
    return queries.query<Row>(LIST, [partnerId, gymId]);
  }

  async find(partnerId: string, id: number): Promise<AccessRule | undefined> {
    return (await this.db.query<Row>(FIND, [partnerId, id]))[0];
  }

  /** Another rule may have that position until the transaction ends (`arrange`). @returns its id */
  async insert(
    tx: Queries,
    { partnerId, gymId, position }: RulePlace,
    values: RuleValues,
  ): Promise<number> {
    const given = [partnerId, gymId, position, ...valuesOf(values)];
    const [row] = await tx.query<{ id: number }>(INSERT, given);
    if (!row) throw new Error('an insert gave no row back');
    return row.id;
  }

  async update(tx: Queries, partnerId: string, id: number, values: RuleValues): Promise<void> {
    await tx.query(UPDATE, [partnerId, id, ...valuesOf(values)]);
  }

  /** @param ids all rules of the gym in their new order */
  async arrange(
    tx: Queries,
    partnerId: string,
    gymId: number,
    ids: readonly number[],
  ): Promise<void> {
    await tx.query(ARRANGE, [partnerId, gymId, ids]);
  }

  async remove(tx: Queries, partnerId: string, id: number): Promise<void> {
    await tx.query(REMOVE, [partnerId, id]);
  }

  async removeAll(tx: Queries, partnerId: string, gymId: number): Promise<void> {
    await tx.query(REMOVE_ALL, [partnerId, gymId]);
  }

  /** Takes a device out of the rules that name it; one that named no other becomes inactive. */
  async leaveDevice(
    tx: Queries,
    partnerId: string,
    gymId: number,
    deviceId: number,
  ): Promise<LeftRule[]> {
    return tx.query<LeftRule & Record<string, unknown>>(LEAVE_DEVICE, [partnerId, gymId, deviceId]);
  }
}
