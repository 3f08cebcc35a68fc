import { Injectable } from '@nestjs/common';
import { entryFactsSql } from '../check-in-validation/index.js';
import { cardHoldersForEntrySql, currentContractSql, restrictedSql } from '../customers/index.js';
import { entranceDevicesSql, RIGHT_TO_ENTER } from '../gate/index.js';
import { gymsThatAdmitKnownSql, gymTodaySql } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import { insideSql } from '../visits/index.js';

const MOST_GYMS = 1_000;
const MOST_DEVICES = 200;
export const PAGE = 500;

export interface GymRow {
  readonly partnerId: string;
  readonly gymId: number;
  readonly dayLeftMs: number;
  readonly clockMs: number;
}

export interface DeviceRow {
  readonly id: number;
  readonly tokenHash: Buffer;
  readonly direction: string;
  readonly repeatWindowSeconds: number;
}

export interface HolderRow {
  readonly customerId: number;
  readonly card: string;
  readonly mayEnter: boolean;
  readonly isInside: boolean;
}

const GYMS = {
  name: 'door-outage.gyms',
  text: `select g.partner_id as "partnerId", g.gym_id as "gymId", g.day_left_ms as "dayLeftMs",
      (extract(epoch from clock_timestamp()) * 1000)::float8 as "clockMs"
    from (${gymsThatAdmitKnownSql(MOST_GYMS)}) g`,
};

const DEVICES = {
  name: 'door-outage.devices',
  text: `select d.id, d.token_hash as "tokenHash", d.direction, d.repeat_window_seconds as "repeatWindowSeconds"
    from (${entranceDevicesSql('$1::uuid', '$2::bigint', MOST_DEVICES)}) d`,
};

/** Checks 9 and 10 of the gate, for one who would need no call to Wellhub. */
const HOLDERS = {
  name: 'door-outage.card-holders',
  text: `select q.id as "customerId", q.card_number as card, q.inside as "isInside",
      q.status in ('PENDING', 'ACTIVE') and not q.restricted and ${RIGHT_TO_ENTER} = 'OPEN' as "mayEnter"
    from (
      select c.*, facts.best, true as execute, null::text as admit,
        ${restrictedSql('$1::uuid', 'c.id', 'g.today')} as restricted,
        ${currentContractSql('$1::uuid', 'c.id', 'g.today')} as has_contract,
        ${insideSql('$1::uuid', 'c.id', '$2::bigint')} as inside
      from (${cardHoldersForEntrySql('$1::uuid', '$3::text', PAGE)}) c
      cross join lateral (${gymTodaySql('$1::uuid', '$2::bigint')}) g
      cross join lateral ${entryFactsSql({ partner: '$1::uuid', customer: 'c.id', gym: '$2::bigint', today: 'g.today' })} facts
    ) q order by q.card_number`,
};

@Injectable()
export class SnapshotRepository {
  constructor(private readonly db: Database) {}

  async gyms(): Promise<GymRow[]> {
    return this.db.query<GymRow & object>(GYMS, []);
  }

  async devices({ partnerId, gymId }: GymRow): Promise<DeviceRow[]> {
    return this.db.query<DeviceRow & object>(DEVICES, [partnerId, gymId]);
  }

  /** The next `PAGE` of them. */
  async cardHolders({ partnerId, gymId }: GymRow, after: string): Promise<HolderRow[]> {
    return this.db.query<HolderRow & object>(HOLDERS, [partnerId, gymId, after]);
  }
}
