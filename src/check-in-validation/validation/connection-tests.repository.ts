import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

const KEEP = {
  name: 'connection-tests.keep',
  text: `insert into wellhub_connection_tests (partner_id, gym_id, result) values ($1, $2, $3)
    on conflict (partner_id, gym_id) do update set result = excluded.result, tested_at = clock_timestamp()`,
};

/** One row, or none: the result of the gym's last connection test, and when it was. */
export const lastConnectionTestSql = (partner: string, gym: string): string => `
  select t.result, t.tested_at from wellhub_connection_tests t
  where t.partner_id = ${partner} and t.gym_id = ${gym} limit 1`;

/** The rows of `wellhub_connection_tests`. */
@Injectable()
export class ConnectionTestsRepository {
  constructor(private readonly db: Database) {}

  async keep(partnerId: string, gymId: number, result: string): Promise<void> {
    await this.db.query(KEEP, [partnerId, gymId, result]);
  }
}
