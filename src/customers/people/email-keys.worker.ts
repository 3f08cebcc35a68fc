import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Workers } from '../../platform/worker/workers.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { FIND_OLDER_CUSTOMER_KEYS, SET_CUSTOMER_EMAIL_KEYS } from './email-keys.sql.js';

const EVERY_MS = 10 * 60_000;

interface Row {
  readonly partnerId: string;
  readonly id: number;
  readonly email: string;
  readonly emailKey: string;
}

/** Migrates e-mail keys of an older version, which may still run beside this one, to the present form. */
@Injectable()
export class EmailKeysWorker implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'customers.email-keys',
      role: 'worker',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.renew(),
    });
  }

  /** @returns how many rows have their new key now */
  async renew(): Promise<number> {
    const rows = await this.db.query<Row & object>(FIND_OLDER_CUSTOMER_KEYS, []);
    const changes = rows.flatMap((row) => {
      const key = emailAddress(row.email)?.key;
      return key === undefined || key === row.emailKey ? [] : [{ ...row, key }];
    });
    if (changes.length === 0) return 0;
    const columns = (['partnerId', 'id', 'emailKey', 'key'] as const).map((name) =>
      changes.map((change) => change[name]),
    );
    return (await this.db.query(SET_CUSTOMER_EMAIL_KEYS, columns)).length;
  }
}
