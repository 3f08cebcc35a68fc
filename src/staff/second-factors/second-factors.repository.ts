import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';

/** The authenticator app of a person. */
export interface SecondFactor {
  /** Encrypted to the person. */
  readonly sealed: Buffer;
  readonly isConfirmed: boolean;
  /** What an app shows beside the code. */
  readonly label: string;
  /** By the clock of the database, in seconds. */
  readonly now: number;
}

const FIND = {
  name: 'second-factors.find',
  text: `select f.sealed, f.confirmed_at is not null as "isConfirmed", coalesce(p.email, p.name) as label,
      extract(epoch from clock_timestamp())::float8 as now
    from staff_second_factors f join staff_people p on p.id = f.person_id where f.person_id = $1`,
};
/** A confirmed one stays. */
const BEGIN = {
  name: 'second-factors.begin',
  text: `insert into staff_second_factors (person_id, sealed) values ($1, $2) on conflict (person_id) do update
    set sealed = excluded.sealed, last_step = 0 where staff_second_factors.confirmed_at is null`,
};
/** Of two uses of one code the second changes nothing. */
const USE_STEP = {
  name: 'second-factors.use-step',
  text: `update staff_second_factors set last_step = $2 where person_id = $1 and last_step < $2 returning person_id`,
};
const CONFIRM = {
  name: 'second-factors.confirm',
  text: `update staff_second_factors set confirmed_at = clock_timestamp()
    where person_id = $1 and confirmed_at is null returning person_id`,
};
const REMOVE = {
  name: 'second-factors.remove',
  text: 'delete from staff_second_factors where person_id = $1 and confirmed_at is not null returning person_id',
};
/** Of any kind. */
const HAS = {
  name: 'second-factors.has',
  text: `select exists (select from staff_second_factors where person_id = $1 and confirmed_at is not null)
    or exists (select from staff_passkeys where person_id = $1) as has`,
};
/** One row: how many people work at the partner, and how many of them have no second factor. */
export const staffFactorsSql = (partner: string): string => `
  select count(*)::int as people, count(*) filter (where
      not exists (select from staff_passkeys k where k.person_id = m.person_id)
      and not exists (select from staff_second_factors f where f.person_id = m.person_id and f.confirmed_at is not null)
    )::int as without
  from staff_memberships m where m.partner_id = ${partner} and m.accepted_at is not null`;
/** Of two changes at once the second sees what the first did. */
const LOCK = {
  name: 'second-factors.lock',
  text: 'select id from staff_people where id = $1 for no key update',
};
const REPLACE_CODES = {
  name: 'second-factors.replace-codes',
  text: `with old as (delete from staff_recovery_codes where person_id = $1)
    insert into staff_recovery_codes (person_id, code_hash) select $1, unnest($2::bytea[])`,
};
const REMOVE_CODES = {
  name: 'second-factors.remove-codes',
  text: 'delete from staff_recovery_codes where person_id = $1',
};
const USE_CODE = {
  name: 'second-factors.use-code',
  text: `update staff_recovery_codes set used_at = clock_timestamp()
    where person_id = $1 and code_hash = $2 and used_at is null returning person_id`,
};

/** The rows of `staff_second_factors` and `staff_recovery_codes`. */
@Injectable()
export class SecondFactorsRepository {
  constructor(private readonly db: Database) {}

  async find(personId: string): Promise<SecondFactor | undefined> {
    return (await this.db.query<SecondFactor & object>(FIND, [personId]))[0];
  }

  async begin(personId: string, sealed: Buffer): Promise<void> {
    await this.db.query(BEGIN, [personId, sealed]);
  }

  /** @returns false when a code of this step or a later one was used already */
  async useStep(personId: string, step: number): Promise<boolean> {
    return (await this.db.query(USE_STEP, [personId, step])).length === 1;
  }

  async lock(tx: Queries, personId: string): Promise<void> {
    await tx.query(LOCK, [personId]);
  }

  /** An app or a passkey. */
  async has(personId: string, queries: Queries = this.db): Promise<boolean> {
    const [row] = await queries.query<{ has: boolean }>(HAS, [personId]);
    return row?.has === true;
  }

  /** @returns false when another request has confirmed it */
  async confirm(tx: Queries, personId: string): Promise<boolean> {
    return (await tx.query(CONFIRM, [personId])).length === 1;
  }

  /** @returns false when there was none */
  async remove(tx: Queries, personId: string): Promise<boolean> {
    return (await tx.query(REMOVE, [personId])).length === 1;
  }

  async replaceCodes(tx: Queries, personId: string, hashes: readonly Buffer[]): Promise<void> {
    await tx.query(REPLACE_CODES, [personId, hashes]);
  }

  async removeCodes(tx: Queries, personId: string): Promise<void> {
    await tx.query(REMOVE_CODES, [personId]);
  }

  /** @returns false when it is unknown or used */
  async useCode(personId: string, codeHash: Buffer): Promise<boolean> {
    return (await this.db.query(USE_CODE, [personId, codeHash])).length === 1;
  }
}
