import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Workers } from '../../platform/worker/workers.js';
import { emailAddress } from '../../platform/values/email-address.js';

const EVERY_MS = 10 * 60_000;
const AT_ONCE = 500;

/** The condition of the indexes `ix_…_older_email_key`: the domain is not in its ASCII form. */
export const olderEmailKeySql = `octet_length(split_part(email_key, '@', 2)) > length(split_part(email_key, '@', 2))`;

const FIND = {
  name: 'email-keys.find',
  text: `select partner_id as "partnerId", id, email, email_key as "emailKey" from customers
    where ${olderEmailKeySql} order by partner_id, id limit ${AT_ONCE}`,
};
/** Publishes no event and takes no change number: nothing that is shown changes. */
const SET = {
  name: 'email-keys.set',
  text: `update customers c set email_key = other.key
    from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as other (partner_id, id, old_key, key)
    where c.partner_id = other.partner_id and c.id = other.id and c.email_key = other.old_key returning 1 as set`,
};

interface Row {
  readonly partnerId: string;
  readonly id: number;
  readonly email: string;
  readonly emailKey: string;
}

/** Brings e-mail keys of an older version, also one that still runs beside this one, into today's form. */
@Injectable()
export class EmailKeysWorker implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.workers.add({ name: 'customers.email-keys', everyMs: EVERY_MS, run: () => this.renew() });
  }

  /** @returns how many rows have their new key now */
  async renew(): Promise<number> {
    const rows = await this.db.query<Row & object>(FIND, []);
    const changes = rows.flatMap((row) => {
      const key = emailAddress(row.email)?.key;
      return key === undefined || key === row.emailKey ? [] : [{ ...row, key }];
    });
    if (changes.length === 0) return 0;
    const columns = (['partnerId', 'id', 'emailKey', 'key'] as const).map((name) =>
      changes.map((change) => change[name]),
    );
    return (await this.db.query(SET, columns)).length;
  }
}
