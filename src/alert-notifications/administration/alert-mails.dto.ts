import { Answer } from '../../platform/http/answer-fields.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { Checked, OneOf } from '../../platform/http/fields.js';
import { timeOfDayRule } from '../../platform/values/instant.js';
import {
  FREQUENCIES,
  type AlertMailTimes,
  type Frequency,
} from '../mails/alert-mail-settings.repository.js';

/** All of it is replaced. */
export class PutAlertMailTimesDto {
  @Checked(timeOfDayRule, {
    optional: true,
    nullable: true,
    description: 'Mails wait from this time on',
    example: '22:00',
  })
  quietFrom?: string | null;

  @Checked(timeOfDayRule, {
    optional: true,
    nullable: true,
    description: 'and come at this time, together',
    example: '06:30',
  })
  quietUntil?: string | null;

  @Checked(timeOfDayRule, {
    optional: true,
    description: 'When the daily mail comes; 08:00 when absent',
    example: '08:00',
  })
  digestAt?: string;

  /** @throws request.invalid for half a period, and for one that is a whole day or no time at all */
  toCommand(): AlertMailTimes {
    const { quietFrom = null, quietUntil = null, digestAt = '08:00' } = this;
    if ((quietFrom === null) !== (quietUntil === null)) {
      const path = quietFrom === null ? 'quietFrom' : 'quietUntil';
      throw invalid({ path, detail: 'quiet hours have a beginning and an end, or neither' });
    }
    if (quietFrom !== null && quietFrom === quietUntil)
      throw invalid({ path: 'quietUntil', detail: 'must differ from quietFrom' });
    return { quietFrom, quietUntil, digestAt };
  }
}

/** Times of the day in the time zone of the partner. */
export class AlertMailTimesDto {
  @Answer.text(undefined, { nullable: true, example: '22:00' })
  quietFrom!: string | null;

  @Answer.text(undefined, { nullable: true, example: '06:30' })
  quietUntil!: string | null;

  @Answer.text(undefined, { example: '08:00' })
  digestAt!: string;

  static from({ quietFrom, quietUntil, digestAt }: AlertMailTimes): AlertMailTimesDto {
    return { quietFrom, quietUntil, digestAt };
  }
}

export class PutOwnAlertMailsDto {
  @OneOf(FREQUENCIES)
  frequency!: Frequency;
}

export class OwnAlertMailsDto {
  @Answer.oneOf(FREQUENCIES, 'null: none for this role', { nullable: true })
  frequency!: Frequency | null;

  static from(frequency: Frequency | null): OwnAlertMailsDto {
    return { frequency };
  }
}
