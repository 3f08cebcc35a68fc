import { Answer } from '../http/answer-fields.js';
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
  @Answer.uuid()
  id!: string;

  @Answer.instant()
  at!: Date;

  @Answer.text('Who did it: the name of a key, a person of the staff, or a part of the service')
  actor!: string;

  @Answer.text('A word such as `customer.merged`, or the route that was called', {
    example: 'alert.closed',
  })
  action!: string;

  @Answer.text('What it was done to')
  object!: string;

  @Answer.text('Finds the line of the request in the logs; null for what no request did', {
    nullable: true,
  })
  requestId!: string | null;

  @Answer.text('The address that the request came from', { nullable: true })
  source!: string | null;

  @Answer.json(
    'The fields that were named; null stands for values that are secret, personal or long',
    {
      nullable: true,
    },
  )
  changes!: Readonly<Record<string, unknown>> | null;

  static from(row: AuditRow): AuditEntryDto {
    const { id, at, actor, action, object, requestId, source, changes } = row;
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
