import { Answer } from '../../platform/http/answer-fields.js';

export class EventDetailDto {
  @Answer.uuid()
  eventId!: string;

  @Answer.text(undefined, { example: 'CUSTOMER_CHECKIN' })
  type!: string;

  @Answer.instant()
  occurredAt!: Date;

  @Answer.json(undefined, { nullable: true })
  content!: object | null;
}

/** A delivery to one of the partner's subscribers. */
export class DeliveryDetailDto {
  @Answer.uuid()
  deliveryId!: string;

  @Answer.uuid()
  subscriptionId!: string;

  @Answer.uuid()
  eventId!: string;

  @Answer.text(undefined, { example: 'CUSTOMER_CHECKIN' })
  eventType!: string;

  @Answer.oneOf(['PENDING', 'DELIVERED', 'FAILED'])
  state!: 'PENDING' | 'DELIVERED' | 'FAILED';

  @Answer.whole()
  calls!: number;

  @Answer.whole(undefined, { nullable: true })
  lastStatus!: number | null;

  @Answer.text(undefined, { nullable: true })
  lastError!: string | null;

  @Answer.instant(undefined, { nullable: true })
  finishedAt!: Date | null;
}

export class UsageDetailDto {
  @Answer.uuid()
  usageEventId!: string;

  @Answer.text(undefined, { example: 'signin' })
  eventType!: string;

  @Answer.oneOf(['ADMIN', 'VISIT'])
  source!: 'ADMIN' | 'VISIT';

  @Answer.oneOf(['QUEUED', 'SENT', 'QUARANTINED', 'UNPAYABLE'])
  state!: 'QUEUED' | 'SENT' | 'QUARANTINED' | 'UNPAYABLE';

  @Answer.instant(undefined, { nullable: true })
  sentAt!: Date | null;

  @Answer.whole(undefined, { nullable: true })
  lastStatus!: number | null;

  @Answer.text(undefined, { nullable: true })
  lastKey!: string | null;
}

/** A validated check-in as the reconciliation lists it: Wellhub should pay for it. */
export class ReconciliationDetailDto {
  @Answer.uuid()
  checkInId!: string;

  @Answer.text(undefined, { example: '2026-10' })
  month!: string;

  @Answer.date('The day of the check-in at its gym')
  date!: string;

  @Answer.flag('Another validation of that day was first')
  alreadyValidated!: boolean;

  @Answer.text(undefined, { nullable: true })
  bookingNumber!: string | null;
}
