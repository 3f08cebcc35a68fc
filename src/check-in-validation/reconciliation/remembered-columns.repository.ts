import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { RememberedColumns } from './column-mapping.js';

const FIND = {
  name: 'remembered-columns.find',
  text: `select id_name as "idName", date_name as "dateName", date_order as "dateOrder"
    from report_columns where partner_id = $1`,
};

const REMEMBER = {
  name: 'remembered-columns.remember',
  text: `insert into report_columns as r (partner_id, id_name, date_name, date_order) values ($1, $2, $3, $4)
    on conflict (partner_id) do update set id_name = excluded.id_name, date_name = excluded.date_name,
      date_order = excluded.date_order, changed_at = clock_timestamp()
    where (r.id_name, r.date_name, r.date_order) <> (excluded.id_name, excluded.date_name, excluded.date_order)`,
};

/** Which columns of its reports a partner named last. */
@Injectable()
export class RememberedColumnsRepository {
  constructor(private readonly db: Database) {}

  async find(partnerId: string): Promise<RememberedColumns | undefined> {
    return (await this.db.query<RememberedColumns & object>(FIND, [partnerId]))[0];
  }

  async remember(partnerId: string, { idName, dateName, dateOrder }: RememberedColumns) {
    await this.db.query(REMEMBER, [partnerId, idName, dateName, dateOrder]);
  }
}
