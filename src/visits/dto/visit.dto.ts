import { Answer } from '../../platform/http/answer-fields.js';
import { Instant, OneOf } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import type { VisitRow } from '../visits.repository.js';

export class VisitsQuery extends PageQuery {
  @Instant({ optional: true })
  from?: Date;

  @Instant({ optional: true })
  to?: Date;

  @OneOf(['true', 'false'], {
    optional: true,
    description: 'Only of people who are inside, or left',
  })
  open?: string;
}

export class VisitDto {
  @Answer.id()
  id!: number;

  @Answer.id()
  customerId!: number;

  @Answer.id()
  gymId!: number;

  @Answer.oneOf(['GATE', 'DESK'], 'A door, or the front desk')
  source!: 'GATE' | 'DESK';

  @Answer.instant()
  enteredAt!: Date;

  @Answer.instant('null while the person is inside', { nullable: true })
  leftAt!: Date | null;

  @Answer.text(
    'How its last passage ended, at turnstiles that report it: `TURNED`, `OTHER_SIDE`, `GAVE_UP` or `UNCONFIRMED`',
    { nullable: true },
  )
  passage!: string | null;

  @Answer.flag('A door opened by itself while it could not reach us, and told it later')
  offline!: boolean;

  static from(row: VisitRow): VisitDto {
    return {
      id: row.id,
      customerId: row.customerId,
      gymId: row.gymId,
      source: row.source,
      enteredAt: row.enteredAt,
      leftAt: row.leftAt,
      passage: row.passage,
      offline: row.offline,
    };
  }
}
