import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import { AlertErrors } from './alerts.errors.js';

export interface AlertRow {
  readonly id: string;
  readonly code: string;
  readonly object: string;
  readonly gymId: number | null;
  readonly detail: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly closedAt: Date | null;
}

export interface AlertPage {
  /** Absent: open and closed ones. */
  readonly open: boolean | undefined;
  /** The alert that the page before ended with. */
  readonly before: string | undefined;
  readonly limit: number;
}

const COLUMNS = `id, code, object, gym_id as "gymId", detail, count,
  first_at as "firstAt", last_at as "lastAt", closed_at as "closedAt"`;

// Ids are made in the order of time, so that a page is stable while alerts count up.
const LIST = {
  name: 'alerts.list',
  text: `select ${COLUMNS} from alerts
    where partner_id = $1
      and ($2::boolean is null or (closed_at is null) = $2)
      and ($3::uuid is null or id < $3)
    order by id desc limit $4`,
};

const END = {
  name: 'alerts.end',
  text: `update alerts set closed_at = coalesce(closed_at, clock_timestamp())
    where partner_id = $1 and id = $2 returning ${COLUMNS}`,
};

/** The alerts of a partner, as people look at them. */
@Injectable()
export class AlertList {
  constructor(private readonly db: Database) {}

  list(partnerId: string, { open, before, limit }: AlertPage): Promise<AlertRow[]> {
    return this.db.query<AlertRow>(LIST, [partnerId, open ?? null, before ?? null, limit]);
  }

  /** A closed one stays as it is: its next occurrence opens a new one. @throws alert.not-found */
  async close(partnerId: string, id: string): Promise<AlertRow> {
    const [row] = await this.db.query<AlertRow>(END, [partnerId, id]);
    if (!row) throw new DomainError(AlertErrors.notFound);
    return row;
  }
}
