import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import { AlertErrors } from './alerts.errors.js';
import { CLOSE_ALERT_BY_ID, LIST_ALERTS, TAKE_UNPUBLISHED } from './alerts.sql.js';

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

/** An alert whose opening or closing, or both, the publisher has yet to publish. */
export interface UnpublishedAlert extends Pick<AlertRow, 'id' | 'code' | 'gymId' | 'closedAt'> {
  /** Or `INSTALLATION`. */
  readonly partnerId: string;
  readonly openedAt: Date;
  readonly opens: boolean;
  readonly closes: boolean;
}
type UnpublishedRow = UnpublishedAlert & Record<string, unknown>;

export interface AlertPage {
  /** Absent: open and closed ones. */
  readonly open: boolean | undefined;
  /** The alert that the page before ended with. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** The alerts of a partner, as the administration and the console list them. */
@Injectable()
export class AlertList {
  constructor(private readonly db: Database) {}

  list(partnerId: string, { open, before, limit }: AlertPage): Promise<AlertRow[]> {
    return this.db.query<AlertRow>(LIST_ALERTS, [partnerId, open ?? null, before ?? null, limit]);
  }

  /** A closed one stays as it is: its next occurrence opens a new one. @throws alert.not-found */
  async close(partnerId: string, id: string): Promise<AlertRow> {
    const [row] = await this.db.query<AlertRow>(CLOSE_ALERT_BY_ID, [partnerId, id]);
    if (!row) throw new DomainError(AlertErrors.notFound);
    return row;
  }

  /** Of all partners, oldest first; each once, when the transaction commits. */
  async takeUnpublished(tx: Queries, most: number): Promise<UnpublishedAlert[]> {
    const rows = await tx.query<UnpublishedRow>(TAKE_UNPUBLISHED, [most]);
    return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
}
