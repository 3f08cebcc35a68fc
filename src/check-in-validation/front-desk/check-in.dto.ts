import { Answer } from '../../platform/http/answer-fields.js';
import { CalendarDate, EmailField, Instant, OneOf, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import {
  CAUSES,
  CHECK_IN_STATES,
  type Cause,
  type CheckIn,
  type CheckInState,
} from '../check-ins/check-in.js';
import { LOSS_REASONS, type LossReason } from '../check-ins/loss-reason.sql.js';
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
  @Answer.uuid()
  id!: string;

  @Answer.id()
  gymId!: number;

  @Answer.id()
  customerId!: number;

  @Answer.text('Of the Wellhub user')
  gympassId!: string;

  @Answer.oneOf(CHECK_IN_STATES, 'VALIDATED is paid')
  state!: CheckInState;

  @Answer.oneOf(CAUSES, 'What made it')
  cause!: Cause;

  @Answer.oneOf(LOSS_REASONS, 'Why it will never be paid; null unless it was lost', {
    nullable: true,
  })
  lostBecause!: LossReason | null;

  @Answer.flag('Whether a call to Wellhub may still validate it')
  isValidatable!: boolean;

  @Answer.flag('Whether Wellhub said that it had been validated before')
  alreadyValidated!: boolean;

  @Answer.flag('Whether its time is over without a definite answer of Wellhub')
  overdue!: boolean;

  @Answer.flag('Whether it is a call for an id that nothing announced')
  probe!: boolean;

  @Answer.flag('Whether its webhook is still missing')
  provisional!: boolean;

  @Answer.text('Of the class that was booked', { nullable: true })
  bookingNumber!: string | null;

  @Answer.text('Wellhub’s id of the product', { nullable: true })
  productId!: string | null;

  @Answer.text(undefined, { nullable: true })
  productDescription!: string | null;

  @Answer.date('At the gym')
  day!: string;

  @Answer.instant('When the person checked in')
  occurredAt!: Date;

  @Answer.instant()
  receivedAt!: Date;

  @Answer.instant('Until when Wellhub accepts its validation')
  expiresAt!: Date;

  @Answer.instant(undefined, { nullable: true })
  validatedAt!: Date | null;

  @Answer.whole('Calls to Wellhub')
  attempts!: number;

  @Answer.whole('HTTP status of Wellhub’s last answer', { nullable: true })
  lastStatus!: number | null;

  @Answer.text('The key of Wellhub’s last answer', { nullable: true })
  lastKey!: string | null;

  static from(row: CheckIn): CheckInDto {
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

/** One step of a check-in's audit trail. */
export class TransitionDto {
  @Answer.instant()
  at!: Date;

  @Answer.text('A state; null for the first step', { nullable: true })
  from!: string | null;

  @Answer.text('A state')
  to!: string;

  @Answer.text('What brought it about')
  cause!: string;

  @Answer.whole('Calls to Wellhub until then')
  attempts!: number;

  @Answer.whole('HTTP status of Wellhub’s answer', { nullable: true })
  wellhubStatus!: number | null;

  @Answer.text('The key of Wellhub’s answer', { nullable: true })
  wellhubKey!: string | null;
}

export class CheckInWithTrailDto extends CheckInDto {
  @Answer.list(() => TransitionDto, 'Oldest first')
  trail!: readonly TransitionDto[];
}

export class AccessWarningDto {
  @Answer.text('As a door answers: `ACCESS_OUTSIDE_HOURS`')
  code!: string;

  @Answer.id('The access rule that decides', { optional: true })
  ruleId?: number;
}

export class ValidationDto extends CheckInDto {
  @Answer.flag('Whether it was validated earlier today: the person comes in again')
  reentry!: boolean;

  @Answer.list(() => AccessWarningDto, 'Why a door would have refused; the desk decides itself')
  accessWarnings!: readonly AccessWarningDto[];
}
