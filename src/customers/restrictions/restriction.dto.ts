import { invalid } from '../../platform/errors/request-errors.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { CalendarDate, Text } from '../../platform/http/fields.js';
import type { Restriction } from './restrictions.repository.js';

/** `PUT /customers/{customerId}/restriction`. */
export class RestrictionDto {
  @Text({ max: 500 })
  reason!: string;

  @CalendarDate({ optional: true, nullable: true, description: 'first day, at the visited gym' })
  startDate?: string | null;

  @CalendarDate({ optional: true, nullable: true, description: 'last day' })
  endDate?: string | null;

  toCommand(): Restriction {
    const { reason, startDate = null, endDate = null } = this;
    if ((startDate === null) !== (endDate === null))
      throw invalid({
        path: startDate === null ? 'startDate' : 'endDate',
        detail: 'give both dates or neither',
      });
    if (startDate !== null && endDate !== null && endDate < startDate)
      throw invalid({ path: 'endDate', detail: 'must not be before startDate' });
    return { reason, startDate, endDate };
  }
}

export class ShownRestrictionDto implements Restriction {
  @Answer.text('Shown to staff')
  reason!: string;

  @Answer.date('First day; null: from the beginning', { nullable: true })
  startDate!: string | null;

  @Answer.date('Last day; null: without end', { nullable: true })
  endDate!: string | null;
}
