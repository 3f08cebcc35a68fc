import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import type { AccessPass, PassValues } from './access-pass.js';

const COLUMNS = `id, customer_id as "customerId", version, type, to_json(gym_ids) as "gymIds",
  valid_from as "validFrom", valid_until as "validUntil", entries, entries_used as "entriesUsed",
  used_at as "usedAt", note`;

const LIST = {
  name: 'access-passes.list',
  text: `select ${COLUMNS} from access_passes where partner_id = $1 and customer_id = $2 and id > $3 order by id limit $4`,
};
const FIND = {
  name: 'access-passes.find',
  text: `select ${COLUMNS} from access_passes where partner_id = $1 and id = $2`,
};
// A guest enters meanwhile: the entries used are those of the row that is changed.
const LOCK = {
  name: 'access-passes.lock',
  text: `select ${COLUMNS} from access_passes where partner_id = $1 and id = $2 for no key update`,
};
const INSERT = {
  name: 'access-passes.insert',
  text: `insert into access_passes (partner_id, customer_id, type, gym_ids, valid_from, valid_until, entries, note)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
};
const UPDATE = {
  name: 'access-passes.update',
  text: `update access_passes set version = version + 1, type = $3, gym_ids = $4, valid_from = $5, valid_until = $6,
      entries = $7, note = $8
    where partner_id = $1 and id = $2 returning ${COLUMNS}`,
};
const REMOVE = {
  name: 'access-passes.remove',
  text: `delete from access_passes where partner_id = $1 and id = $2`,
};
const REMOVE_ALL = {
  name: 'access-passes.remove-all',
  text: `delete from access_passes where partner_id = $1 and customer_id = $2`,
};
const HAS_ANY = {
  name: 'access-passes.has-any',
  text: `select exists (select from access_passes where partner_id = $1 and customer_id = $2) as "hasAny"`,
};
export const EXPORTED_PASSES = `select id, type, to_json(gym_ids) as "gymIds", valid_from as "validFrom",
    valid_until as "validUntil", entries, entries - entries_used as "entriesLeft", used_at as "usedAt", note,
    created_at as "createdAt"
  from access_passes where partner_id = $1 and customer_id = $2 order by id`;

const valuesOf = ({ type, gymIds, validFrom, validUntil, entries, note }: PassValues) => [
  type,
  gymIds,
  validFrom,
  validUntil,
  entries,
  note,
];

export interface PassPage {
  readonly customerId: number;
  /** Ids greater than this one. */
  readonly after: number;
  readonly limit: number;
}

type Row = AccessPass & Record<string, unknown>;

/** The table `access_passes`. Who adds or takes away sets the mark of the customer. */
@Injectable()
export class AccessPassesRepository {
  async list(
    queries: Queries,
    partnerId: string,
    { customerId, after, limit }: PassPage,
  ): Promise<AccessPass[]> {
    return queries.query<Row>(LIST, [partnerId, customerId, after, limit]);
  }

  async find(queries: Queries, partnerId: string, id: number): Promise<AccessPass | undefined> {
    return (await queries.query<Row>(FIND, [partnerId, id]))[0];
  }

  async lock(tx: Queries, partnerId: string, id: number): Promise<AccessPass | undefined> {
    return (await tx.query<Row>(LOCK, [partnerId, id]))[0];
  }

  async insert(
    tx: Queries,
    partnerId: string,
    customerId: number,
    values: PassValues,
  ): Promise<AccessPass> {
    return only(await tx.query<Row>(INSERT, [partnerId, customerId, ...valuesOf(values)]));
  }

  async update(
    tx: Queries,
    partnerId: string,
    id: number,
    values: PassValues,
  ): Promise<AccessPass> {
    return only(await tx.query<Row>(UPDATE, [partnerId, id, ...valuesOf(values)]));
  }

  async remove(tx: Queries, partnerId: string, id: number): Promise<void> {
    await tx.query(REMOVE, [partnerId, id]);
  }

  async removeAll(tx: Queries, partnerId: string, customerId: number): Promise<void> {
    await tx.query(REMOVE_ALL, [partnerId, customerId]);
  }

  async hasAny(queries: Queries, partnerId: string, customerId: number): Promise<boolean> {
    const [row] = await queries.query<{ hasAny: boolean }>(HAS_ANY, [partnerId, customerId]);
    return row?.hasAny ?? false;
  }
}

function only([row]: readonly Row[]): AccessPass {
  if (!row) throw new Error('the pass was not written');
  return row;
}
