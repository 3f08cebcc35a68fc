import { typedDigits } from '../../platform/values/typed-digits.js';
import { Injectable } from '@nestjs/common';
import {
  deskPersonColumns,
  deskPersonSql,
  hasPhotoSql,
  type DeskPerson,
} from '../../customers/index.js';
import { Database } from '../../platform/database/database.js';
import type { KnownCheckIn } from '../validation/validation-candidates.repository.js';
import { checkInColumns } from '../check-ins/check-in.js';

/** A check-in and whose it is. */
export interface SeenCheckIn extends KnownCheckIn, Omit<DeskPerson, 'customerId'> {
  /** Wellhub refused the credentials of this gym: one trial call is made per minute. */
  readonly isPaused: boolean;
  /** The person has a photo. */
  readonly hasPhoto: boolean;
}

/** One gym, and the zone in which its days are counted. */
export interface DeskGym {
  readonly partnerId: string;
  readonly gymId: number;
  readonly timeZone: string;
}

const TODAY = '(clock_timestamp() at time zone $3)::date';
const SEEN = `${checkInColumns('c')}, c.local_day = ${TODAY} as "isToday", ${deskPersonColumns('p')},
  exists (select from wellhub_pauses w where w.partner_id = c.partner_id and w.gym_id = c.gym_id) as "isPaused",
  ${hasPhotoSql('c.partner_id', 'c.customer_id')} as "hasPhoto"`;
const FROM = `check_ins c cross join lateral (${deskPersonSql('c.partner_id', 'c.customer_id')}) p`;
/** Of today, or of yesterday and still open; by the index on the time of receipt. */
const SHOWN = `c.partner_id = $1 and c.gym_id = $2 and c.received_at > clock_timestamp() - interval '2 days'
  and (c.local_day = ${TODAY} or c.state = 'PENDING') and (not c.probe or c.state = 'VALIDATED')`;
const MATCHES = `($4::text = '' or position(lower($4) in lower(concat_ws(' ', p.first_name, p.last_name))) > 0
  or position(lower($4) in lower(p.email)) > 0 or c.customer_id::text = $4
  or $5::text <> '' and position($5 in c.wellhub_id) > 0)`;

/** Waiting check-ins first, the one with the least time left on top; then the newest. */
const LIST = {
  name: 'desk-today.list',
  text: `select ${SEEN} from ${FROM} where ${SHOWN} and ${MATCHES}
    order by c.state <> 'PENDING', c.state = 'PENDING' and c.expires_at <= clock_timestamp(),
      case when c.state = 'PENDING' and c.expires_at > clock_timestamp() then c.expires_at end,
      c.received_at desc, c.id desc limit $6`,
};
const GET = {
  name: 'desk-today.get',
  text: `select ${SEEN} from ${FROM} where c.partner_id = $1 and c.gym_id = $2 and c.id = $4`,
};
/** Changes whenever the list does; includes the customer, because a merge moves check-ins to another one. */
const VERSION = {
  name: 'desk-today.version',
  text: `select md5(concat_ws('/', ${TODAY}, count(*), max(c.updated_at), sum(c.customer_id),
      (select count(*) from wellhub_pauses w where w.partner_id = $1 and w.gym_id = $2))) as version
    from check_ins c where ${SHOWN}`,
};

/** What the front desk has on its screen. */
@Injectable()
export class DeskTodayRepository {
  constructor(private readonly db: Database) {}

  list(gym: DeskGym, search: string, limit: number): Promise<SeenCheckIn[]> {
    const plain = typedDigits(search);
    const digits = plain.replaceAll(/\D/g, '');
    const isNumber = digits.length >= 3 && /^[\d.\-/]+$/.test(plain);
    const values = [...where(gym), search, isNumber ? digits : '', limit];
    return this.db.query<SeenCheckIn>(LIST, values);
  }

  async get(gym: DeskGym, id: string): Promise<SeenCheckIn | undefined> {
    return (await this.db.query<SeenCheckIn>(GET, [...where(gym), id]))[0];
  }

  async version(gym: DeskGym): Promise<string> {
    return (await this.db.query<{ version: string }>(VERSION, where(gym)))[0]?.version ?? '';
  }
}

const where = ({ partnerId, gymId, timeZone }: DeskGym) => [partnerId, gymId, timeZone];
