import { Injectable } from '@nestjs/common';
import { connectionTargetSql } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';

const KEEP = {
  name: 'connection-tests.keep',
  text: `insert into wellhub_connection_tests (partner_id, gym_id, target, result) values ($1, $2, $3, $4)
    on conflict (partner_id, gym_id) do update
    set target = excluded.target, result = excluded.result, tested_at = clock_timestamp()`,
};
const TARGET = {
  name: 'connection-tests.target',
  text: `select ${connectionTargetSql('$1', '$2')} as target`,
};

/** One row, or none: the result of the last test of the connection that the gym has now, and when it was. */
export const lastConnectionTestSql = (partner: string, gym: string): string => `
  select t.result, t.tested_at from wellhub_connection_tests t
  where t.partner_id = ${partner} and t.gym_id = ${gym}
    and t.target = ${connectionTargetSql(partner, gym)} limit 1`;

interface KeptTest {
  readonly target: string | null;
  readonly result: string;
}

/** The rows of `wellhub_connection_tests`. */
@Injectable()
export class ConnectionTestsRepository {
  constructor(private readonly db: Database) {}

  /** What a test that begins now is about. */
  async target(partnerId: string, gymId: number): Promise<string | null> {
    const [row] = await this.db.query<{ target: string | null }>(TARGET, [partnerId, gymId]);
    return row?.target ?? null;
  }

  async keep(partnerId: string, gymId: number, { target, result }: KeptTest): Promise<void> {
    await this.db.query(KEEP, [partnerId, gymId, target, result]);
  }
}
