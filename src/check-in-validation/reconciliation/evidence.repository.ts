import { Injectable } from '@nestjs/common';
import { customerByWellhubIdForEntrySql } from '../../customers/index.js';
import { gymPeriodsSql } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import { lossReasonSql } from '../check-ins/loss-reason.sql.js';
import type { RelatedCheckIn } from './evidence.js';
import type { Period } from './portal-report.js';
import { reportedPerson } from './reconcile.js';

/** A day more on both sides; an event is at most a day older than its receipt. */
const CHECK_INS = {
  name: 'reconciliation-evidence.check-ins',
  text: `select c.id, ltrim(c.wellhub_id, '0') as person, c.gym_id as "gymId", c.customer_id as "customerId", c.state,
      ${lossReasonSql('c')} as "lostBecause", c.local_day as "localDay"
    from (${gymPeriodsSql({ partner: '$1::uuid', gym: '$2::bigint' }, '$3::date', '$4::date')}) p
      join check_ins c on c.partner_id = p.partner_id and c.gym_id = p.gym_id
        and c.received_at >= p.starts_at - interval '2 days' and c.received_at < p.ends_at + interval '5 days'
    where c.local_day between $3::date - 1 and $4::date + 1 and ltrim(c.wellhub_id, '0') = any($5::text[])
      and (not c.probe or c.state = 'VALIDATED')
    order by c.received_at, c.id`,
};

const CUSTOMERS = {
  name: 'reconciliation-evidence.customers',
  text: `select distinct on (person) ltrim(r.id, '0') as person, found.id as "customerId"
    from unnest($2::text[]) r (id)
      cross join lateral (${customerByWellhubIdForEntrySql('$1::uuid', 'r.id')}) found
    order by 1`,
};

const DIGITS_OF_AN_ID = 13;

/** What is known here about people that a report lists. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly db: Database) {}

  /** @param gymId the only one that the caller knows; null: all of them */
  checkIns(
    { partnerId, gymId }: { readonly partnerId: string; readonly gymId: number | null },
    { from, to }: Period,
    wellhubIds: readonly string[],
  ): Promise<RelatedCheckIn[]> {
    const people = wellhubIds.map(reportedPerson);
    return this.db.query<RelatedCheckIn & object>(CHECK_INS, [partnerId, gymId, from, to, people]);
  }

  /** By the id without leading zeros, also where the report has lost them. */
  async customers(partnerId: string, wellhubIds: readonly string[]): Promise<Map<string, number>> {
    const spelled = wellhubIds.flatMap((id) => [
      id,
      reportedPerson(id).padStart(DIGITS_OF_AN_ID, '0'),
    ]);
    const rows = await this.db.query<{ person: string; customerId: number }>(CUSTOMERS, [
      partnerId,
      [...new Set(spelled)],
    ]);
    return new Map(rows.map(({ person, customerId }) => [person, customerId]));
  }
}
