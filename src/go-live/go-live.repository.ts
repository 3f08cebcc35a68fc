import { Injectable } from '@nestjs/common';
import { lastConnectionTestSql, newestWebhookCheckInSql } from '../check-in-validation/index.js';
import { openingDevicesSql } from '../gate/index.js';
import { gymSetupSql } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import { staffFactorsSql } from '../staff/index.js';

/** A gym, as far as it matters before it opens. */
export interface GymFacts {
  readonly gymId: number;
  readonly name: string;
  readonly hasWellhubId: boolean;
  readonly hasToken: boolean;
  readonly hasSecret: boolean;
  readonly doors: number;
  readonly lastCheckInAt: Date | null;
  readonly testResult: string | null;
  readonly testedAt: Date | null;
}

export interface StaffFacts {
  readonly people: number;
  readonly without: number;
}

export type MarkedItem = 'MAIL' | 'BACKUPS';

/** What a person told, or a try has shown. */
export interface Mark {
  readonly item: MarkedItem;
  readonly isGood: boolean;
  readonly by: string;
  readonly at: Date;
}

const GYMS = {
  name: 'go-live.gyms',
  text: `select g.id::float8 as "gymId", g.name, g.has_wellhub_id as "hasWellhubId", g.has_token as "hasToken",
      g.has_secret as "hasSecret", ${openingDevicesSql('$1', 'g.id')} as doors,
      ${newestWebhookCheckInSql('$1', 'g.id')} as "lastCheckInAt", t.result as "testResult", t.tested_at as "testedAt"
    from (${gymSetupSql('$1')}) g left join lateral (${lastConnectionTestSql('$1', 'g.id')}) t on true
    order by g.id`,
};
const STAFF = { name: 'go-live.staff', text: staffFactorsSql('$1') };
const MARKS = {
  name: 'go-live.marks',
  text: `select item, is_good as "isGood", marked_by as by, marked_at as at from go_live_marks where partner_id = $1`,
};
const MARK = {
  name: 'go-live.mark',
  text: `insert into go_live_marks (partner_id, item, is_good, marked_by) values ($1, $2, $3, $4)
    on conflict (partner_id, item) do update
    set is_good = excluded.is_good, marked_by = excluded.marked_by, marked_at = clock_timestamp()`,
};

/** The rows of `go_live_marks`, and what other rooms know of a partner's readiness. */
@Injectable()
export class GoLiveRepository {
  constructor(private readonly db: Database) {}

  gyms(partnerId: string): Promise<GymFacts[]> {
    return this.db.query<GymFacts & object>(GYMS, [partnerId]);
  }

  async staff(partnerId: string): Promise<StaffFacts> {
    const [row] = await this.db.query<StaffFacts & object>(STAFF, [partnerId]);
    return row ?? { people: 0, without: 0 };
  }

  marks(partnerId: string): Promise<Mark[]> {
    return this.db.query<Mark & object>(MARKS, [partnerId]);
  }

  async mark(
    partnerId: string,
    { item, isGood, by }: Pick<Mark, 'item' | 'isGood' | 'by'>,
  ): Promise<void> {
    await this.db.query(MARK, [partnerId, item, isGood, by]);
  }
}
