import { Instant, Text } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import { writeCsv } from '../text/write-csv.js';
import type { AuditFilter, AuditRow } from './audit-log.js';

export class AuditQuery extends PageQuery {
  @Text({ optional: true, max: 200, description: 'A part of who did it, in any letter case' })
  actor?: string;

  @Text({ optional: true, max: 200, description: 'A part of the action' })
  action?: string;

  @Instant({ optional: true })
  from?: Date;

  @Instant({ optional: true, description: 'What happened before it' })
  to?: Date;

  filter(): AuditFilter {
    const { actor, action, from, to } = this;
    return { actor, action, from, to };
  }
}

export class AuditEntryDto {
  static from({ id, at, actor, action, object, requestId, source, changes }: AuditRow) {
    return { id, at, actor, action, object, requestId, source, changes };
  }
}

export const auditCsv = (rows: readonly AuditRow[]): string =>
  writeCsv([
    ['at', 'actor', 'action', 'object', 'source', 'request_id', 'changes'],
    ...rows.map(({ at, actor, action, object, source, requestId, changes }) => [
      at.toISOString(),
      actor,
      action,
      object,
      source,
      requestId,
      changes && JSON.stringify(changes),
    ]),
  ]);
