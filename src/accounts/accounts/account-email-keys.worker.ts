import { Injectable, type OnModuleInit } from '@nestjs/common';
import { emailAddress } from '../../platform/values/email-address.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Database } from '../../platform/database/database.js';
import { Workers } from '../../platform/worker/workers.js';
import { FIND_OLDER_ACCOUNT_KEYS, SET_ACCOUNT_EMAIL_KEY } from './account-email-keys.sql.js';

const EVERY_MS = 10 * 60_000;

const ALERT = 'account.same-email';

interface Row {
  readonly partnerId: string;
  readonly id: string;
  readonly customerId: number;
  readonly email: string;
  readonly emailKey: string;
}

/** Migrates e-mail keys of an older version, which may still run beside this one, to the present form. */
@Injectable()
export class AccountEmailKeysWorker implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly alerts: Alerts,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'accounts.email-keys',
      role: 'worker',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.renew(),
    });
  }

  /** @returns how many rows have their new key now; a row whose new key another account has stays, and raises an alert */
  async renew(): Promise<number> {
    let renewed = 0;
    for (const row of await this.db.query<Row & object>(FIND_OLDER_ACCOUNT_KEYS, []))
      if (await this.renewOne(row)) renewed += 1;
    return renewed;
  }

  private async renewOne({ partnerId, id, customerId, email, emailKey }: Row): Promise<boolean> {
    const key = emailAddress(email)?.key;
    if (key === undefined || key === emailKey) return false;
    const values = [partnerId, id, emailKey, key];
    const [row] = await this.db.query<{ holderId: number | null; changed: boolean }>(
      SET_ACCOUNT_EMAIL_KEY,
      values,
    );
    const object = `customer/${customerId}`;
    if (row?.changed) await this.alerts.close(partnerId, ALERT, object);
    else if (row?.holderId) {
      const detail = `The customers ${row.holderId} and ${customerId} have one e-mail in two spellings: merge them`;
      await this.alerts.raise({ partnerId, code: ALERT, object, detail });
    }
    return row?.changed === true;
  }
}
