import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A row that holds a time zone: a gym, or a partner. */
export interface ZoneHolder {
  readonly partnerId: string;
  readonly gymId: number | null;
}

/** Every zone of a gym or a partner once: `zone`. */
export const storedTimeZonesSql =
  'select time_zone as zone from gyms union select time_zone from partners order by 1';

const STORED = { name: 'time-zones.stored', text: storedTimeZonesSql };
const HOLDERS = {
  name: 'time-zones.holders',
  text: `select partner_id as "partnerId", id::float8 as "gymId" from gyms where time_zone = $1 and deleted_at is null
    union all select id, null from partners where time_zone = $1 and deleted_at is null`,
};
const REPLACE = {
  name: 'time-zones.replace',
  text: `with g as (update gyms set time_zone = $2, change_no = nextval('change_numbers') where time_zone = $1
      returning partner_id, id, deleted_at),
    p as (update partners set time_zone = $2 where time_zone = $1 returning id, deleted_at)
    select partner_id as "partnerId", id::float8 as "gymId" from g where deleted_at is null
    union all select id, null from p where deleted_at is null`,
};
const KNOWN = { name: 'time-zones.known', text: 'select is_time_zone($1) as known' };

/** The time zones of partners and gyms, and what the database makes of their names. */
@Injectable()
export class TimeZonesRepository {
  constructor(private readonly db: Database) {}

  async stored(): Promise<string[]> {
    return (await this.db.query<{ zone: string }>(STORED, [])).map(({ zone }) => zone);
  }

  /** True when the database knows it. */
  async isKnown(zone: string): Promise<boolean> {
    return (await this.db.query<{ known: boolean }>(KNOWN, [zone]))[0]?.known === true;
  }

  holders(zone: string): Promise<ZoneHolder[]> {
    return this.db.query<ZoneHolder>(HOLDERS, [zone]);
  }

  /** @returns the existing partners and gyms that had it */
  replace(zone: string, by: string): Promise<ZoneHolder[]> {
    return this.db.query<ZoneHolder>(REPLACE, [zone, by]);
  }
}
