import { Answer } from '../../platform/http/answer-fields.js';

/** A visit began. */
export class VisitContent {
  @Answer.flag('A door opened by itself while it could not reach us, and told it later', {
    optional: true,
  })
  offline?: boolean;
}

class AutomaticCheckoutDto {
  @Answer.id()
  customerId!: number;

  @Answer.instant()
  checkoutTime!: string;
}

/** Visits that time ended. */
export class AutomaticCheckoutsContent {
  @Answer.list(() => AutomaticCheckoutDto)
  checkouts!: AutomaticCheckoutDto[];
}

export class AggregatorMemberContent {
  @Answer.text('The Wellhub id')
  aggregatorId!: string;
}

/** A check-in at Wellhub. */
export class WellhubCheckInContent {
  @Answer.uuid('`checkIns.get` reads it')
  wellhubCheckInId!: string;

  @Answer.id()
  studioId!: number;

  @Answer.text('The Wellhub id')
  aggregatorId!: string;

  @Answer.text('What became of it', { example: 'VALIDATED' })
  state!: string;

  @Answer.instant()
  occurredAt!: string;

  @Answer.instant('Until when Wellhub takes its validation')
  expiresAt!: string;

  @Answer.text('Of a booked class', { optional: true })
  bookingNumber?: string;

  @Answer.flag('Whether the person was admitted before Wellhub answered')
  provisional!: boolean;
}

/** A class that was booked at Wellhub. */
export class WellhubBookingContent {
  @Answer.id()
  studioId!: number;

  @Answer.id()
  customerId!: number;

  @Answer.text('The Wellhub id')
  aggregatorId!: string;

  @Answer.text()
  bookingNumber!: string;

  @Answer.text('As Wellhub names it', { nullable: true })
  slotId!: string | null;

  @Answer.text('As Wellhub names it', { nullable: true })
  classId!: string | null;

  @Answer.instant('By when to decide it with `bookings.decide`', { optional: true })
  decideBefore?: string;
}

/** A member’s plan at Wellhub. */
export class WellhubUserContent {
  @Answer.text()
  gpwId!: string;

  @Answer.text(undefined, { nullable: true })
  planId!: string | null;

  @Answer.instant()
  eventTime!: string;
}

export class AlertContent {
  @Answer.uuid()
  alertId!: string;

  @Answer.text(undefined, { example: 'wellhub.credentials-refused' })
  code!: string;
}
