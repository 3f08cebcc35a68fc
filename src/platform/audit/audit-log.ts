import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Sweeps } from '../database/sweeps.js';
import { LIST_AUDIT } from './audit.sql.js';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly requestId: string | null;
  /** Address of the request; null for what no request did. */
  readonly source: string | null;
  /** The fields that were named, with values that are neither secret nor personal. */
  readonly changes: Readonly<Record<string, unknown>> | null;
}

/** Absent: whatever it is. */
export interface AuditFilter {
  /** A part of who did it. */
  readonly actor?: string | undefined;
  /** A part of the action. */
  readonly action?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export interface WantedAudit extends AuditFilter {
  /** The row that the page before ended with. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** The audit log of a partner or, for null, of the installation, newest first. It outlives the partner, and is kept for two years. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'audit-log', countedFrom: 'CREATED' },
      table: 'audit_log',
      column: 'at',
      keep: '2 years',
    });
  }

  list(partnerId: string | null, wanted: WantedAudit): Promise<AuditRow[]> {
    const { before, limit, actor, action, from, to } = wanted;
    const values = [partnerId, before, limit, actor, action, from, to];
    return this.db.query<AuditRow>(
      LIST_AUDIT,
      values.map((value) => value ?? null),
    );
  }
}
