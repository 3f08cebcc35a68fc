import { CalendarDate, EmailField, Instant, OneOf, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { CHECK_IN_STATES, type CheckIn } from '../check-ins/check-in.js';
import { isReopenable } from '../validation/check-in-reopening.js';
import { CHECK_IN_RESULTS, type CheckInResult } from './check-in-list.repository.js';

export class CheckInsQuery extends PageQuery {
  @OneOf(CHECK_IN_STATES, { optional: true })
  state?: string;

  @CalendarDate({ optional: true, description: 'At the gym' })
  day?: string;

  @OneOf(CHECK_IN_RESULTS, { optional: true, description: 'What it means for the money' })
  result?: CheckInResult;

  @Instant({ optional: true })
  from?: Date;

  @Instant({ optional: true })
  to?: Date;

  @OneOf(['true', 'false'], { optional: true })
  probe?: string;
}

/** What the desk types: the id the person shows in the Wellhub app. */
export class TypedCheckInDto {
  @Text({ max: 64, example: '0012345678905' })
  gympassId!: string;

  @Text({ optional: true, max: 100 })
  firstName?: string;

  @Text({ optional: true, max: 100 })
  lastName?: string;

  @EmailField({ optional: true })
  email?: string;

  person() {
    return {
      firstName: this.firstName ?? null,
      lastName: this.lastName ?? null,
      email: this.email ?? null,
      phoneNumber: null,
    };
  }
}

export class CheckInDto {
  static from(row: CheckIn) {
    return {
      id: row.id,
      gymId: row.gymId,
      customerId: row.customerId,
      gympassId: row.wellhubId,
      state: row.state,
      cause: row.cause,
      lostBecause: row.lostBecause,
      isValidatable: row.state === 'PENDING' || isReopenable(row),
      alreadyValidated: row.alreadyValidated,
      overdue: row.overdue,
      probe: row.probe,
      provisional: row.provisional,
      bookingNumber: row.bookingNumber,
      productId: row.productId,
      productDescription: row.productDescription,
      day: row.localDay,
      occurredAt: row.eventAt,
      receivedAt: row.receivedAt,
      expiresAt: row.expiresAt,
      validatedAt: row.validatedAt,
      attempts: row.attempts,
      lastStatus: row.lastStatus,
      lastKey: row.lastKey,
    };
  }
}
