import { ApiProperty } from '@nestjs/swagger';
import { MayBeNull, Uuid } from './shown.js';

export class EventDetailDto {
  @Uuid()
  eventId!: string;

  @ApiProperty({ example: 'CUSTOMER_CHECKIN' })
  type!: string;

  @ApiProperty()
  occurredAt!: Date;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  content!: object | null;
}

/** A delivery to one of the partner's subscribers. */
export class DeliveryDetailDto {
  @Uuid()
  deliveryId!: string;

  @Uuid()
  subscriptionId!: string;

  @Uuid()
  eventId!: string;

  @ApiProperty({ example: 'CUSTOMER_CHECKIN' })
  eventType!: string;

  @ApiProperty({ enum: ['PENDING', 'DELIVERED', 'FAILED'] })
  state!: string;

  @ApiProperty({ type: 'integer' })
  calls!: number;

  @MayBeNull(Number)
  lastStatus!: number | null;

  @MayBeNull(String)
  lastError!: string | null;

  @MayBeNull(Date)
  finishedAt!: Date | null;
}

export class UsageDetailDto {
  @Uuid()
  usageEventId!: string;

  @ApiProperty({ example: 'signin' })
  eventType!: string;

  @ApiProperty({ enum: ['ADMIN', 'VISIT'] })
  source!: string;

  @ApiProperty({ enum: ['QUEUED', 'SENT', 'QUARANTINED', 'UNPAYABLE'] })
  state!: string;

  @MayBeNull(Date)
  sentAt!: Date | null;

  @MayBeNull(Number)
  lastStatus!: number | null;

  @MayBeNull(String)
  lastKey!: string | null;
}

/** A validated check-in as the reconciliation lists it: Wellhub should pay for it. */
export class ReconciliationDetailDto {
  @Uuid()
  checkInId!: string;

  @ApiProperty({ example: '2026-10' })
  month!: string;

  @ApiProperty({ format: 'date', description: 'the day of the check-in at its gym' })
  date!: string;

  @ApiProperty({ description: 'another validation of that day was first' })
  alreadyValidated!: boolean;

  @MayBeNull(String)
  bookingNumber!: string | null;
}
