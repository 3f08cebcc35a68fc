import { Answer } from '../http/answer-fields.js';
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
  @Answer.uuid()
  id!: string;

  @Answer.text('What is wrong; each is explained in `docs/alerts.md`', {
    example: 'wellhub.credentials-refused',
  })
  code!: string;

  @Answer.text('What it is about', { example: 'gym/12' })
  object!: string;

  @Answer.id('Null: it concerns more than one gym', { nullable: true })
  gymId!: number | null;

  @Answer.instant('When it was raised first')
  firstAt!: Date;

  @Answer.instant('When it was raised last')
  lastAt!: Date;

  @Answer.whole('How often it was raised while open')
  count!: number;

  @Answer.text('What was wrong the last time, for people')
  detail!: string;

  @Answer.instant('null while it is open', { nullable: true })
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
