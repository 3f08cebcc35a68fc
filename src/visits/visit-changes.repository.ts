import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { SettledChanges } from '../platform/database/settled-changes.js';

/** A visit as it stands after its last stored change. */
export interface ChangedVisit {
  readonly id: number;
  readonly customerId: number;
  readonly gymId: number;
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
  /** The Users API's `timestamp`. */
  readonly changeNo: number;
}

type Row = ChangedVisit & Record<string, unknown>;

/** Rows of a page (`users-api.md` 1). */
const PAGE = 100;

const COLUMNS = `id, customer_id as "customerId", gym_id as "gymId", entered_at as "enteredAt",
  left_at as "leftAt", change_no as "changeNo"`;

const OF_PARTNER = {
  name: 'visit-changes.of-partner',
  text: `select ${COLUMNS} from visits where partner_id = $1 and change_no > $2 and change_no <= $3
    order by change_no limit ${PAGE}`,
};
// One person's visits are selected first: walking all changes in their order would read far too many rows.
const OF_CUSTOMER = {
  name: 'visit-changes.of-customer',
  text: `with own as materialized (select ${COLUMNS} from visits where partner_id = $1 and customer_id = $4)
    select * from own where "changeNo" > $2 and "changeNo" <= $3 order by "changeNo" limit ${PAGE}`,
};

/** Visits in the order of their changes, for callers that poll for changes (U-30, U-31). */
@Injectable()
export class VisitChangesRepository {
  constructor(
    private readonly db: Database,
    private readonly settled: SettledChanges,
  ) {}

  /**
   * The next 100 after `after`: a caller that continues after the last one misses nothing.
   * @param customerId whose; of the whole partner when absent
   * @throws request.unavailable
   */
  async list(partnerId: string, after: number, customerId?: number): Promise<ChangedVisit[]> {
    const between = [partnerId, after, await this.settled.upTo()];
    return customerId === undefined
      ? this.db.query<Row>(OF_PARTNER, between)
      : this.db.query<Row>(OF_CUSTOMER, [...between, customerId]);
  }
}
