import { ApiProperty } from '@nestjs/swagger';
import { OneOf } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import { writeCsv } from '../text/write-csv.js';
import type { AlertRow } from './alert-list.js';

export class AlertsQuery extends PageQuery {
  @OneOf(['true', 'false'], { optional: true, description: 'only open ones, or only closed ones' })
  open?: string;
}

/** `admin-api.md`, alerts. */
export class AlertDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'wellhub.credentials-refused', description: 'docs/alerts.md' })
  code!: string;

  @ApiProperty({ description: 'The object concerned', example: 'gym/12' })
  object!: string;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  gymId!: number | null;

  @ApiProperty()
  firstAt!: Date;

  @ApiProperty()
  lastAt!: Date;

  @ApiProperty({ type: 'integer', description: 'How often it was raised while open' })
  count!: number;

  @ApiProperty()
  detail!: string;

  @ApiProperty({ type: Date, nullable: true, description: 'null while it is open' })
  closedAt!: Date | null;

  static from(row: AlertRow): AlertDto {
    const { id, code, object, gymId, firstAt, lastAt, count, detail, closedAt } = row;
    return { id, code, object, gymId, firstAt, lastAt, count, detail, closedAt };
  }
}

export const alertsCsv = (rows: readonly AlertRow[]): string =>
  writeCsv([
    ['code', 'object', 'gym_id', 'first_at', 'last_at', 'count', 'closed_at', 'detail'],
    ...rows.map(({ code, object, gymId, firstAt, lastAt, count, closedAt, detail }) => [
      code,
      object,
      gymId,
      firstAt.toISOString(),
      lastAt.toISOString(),
      count,
      closedAt?.toISOString() ?? null,
      detail,
    ]),
  ]);
