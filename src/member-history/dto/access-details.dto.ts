import { ApiProperty } from '@nestjs/swagger';
import { MayBeNull, Uuid } from './shown.js';

/** A webhook of Wellhub about the person. */
export class WebhookDetailDto {
  @Uuid()
  webhookId!: string;

  @ApiProperty({ example: 'checkin' })
  type!: string;

  @ApiProperty({ enum: ['production', 'test'] })
  environment!: string;

  @ApiProperty({ enum: ['VALID'], description: 'Webhooks with another one are refused' })
  signature!: string;

  @ApiProperty({ enum: ['RECEIVED', 'PROCESSED', 'IGNORED', 'PARKED', 'DEAD'] })
  state!: string;

  @MayBeNull(String)
  reason!: string | null;

  @ApiProperty({ type: 'integer', description: 'failed tries to handle it' })
  attempts!: number;

  @MayBeNull(Date)
  processedAt!: Date | null;

  @MayBeNull(String)
  gympassGymId!: string | null;

  @ApiProperty({ description: 'whether what Wellhub sent is still kept' })
  hasBody!: boolean;
}

export class BookingDetailDto {
  @ApiProperty({ type: 'integer', format: 'int64' })
  bookingId!: number;

  @ApiProperty()
  bookingNumber!: string;

  @MayBeNull(String)
  classId!: string | null;

  @MayBeNull(String)
  slotId!: string | null;

  @ApiProperty({ description: 'as it is now' })
  state!: string;

  @MayBeNull(String)
  decision!: string | null;

  @MayBeNull(Date)
  decidedAt!: Date | null;

  @MayBeNull(String)
  reasonCategory!: string | null;

  @MayBeNull(String)
  reason!: string | null;

  @ApiProperty({ type: 'integer', description: 'calls to Wellhub' })
  calls!: number;

  @MayBeNull(Number)
  lastStatus!: number | null;

  @MayBeNull(String)
  lastKey!: string | null;
}

/** A state that a check-in reached, and what Wellhub had answered by then. */
export class CheckInDetailDto {
  @Uuid()
  checkInId!: string;

  @MayBeNull(String)
  from!: string | null;

  @ApiProperty()
  to!: string;

  @ApiProperty({ enum: ['WEBHOOK', 'SCAN', 'DESK', 'AGGREGATOR', 'RETRY', 'DEADLINE'] })
  cause!: string;

  @ApiProperty({ type: 'integer', description: 'calls to Wellhub until then' })
  calls!: number;

  @MayBeNull(Number)
  wellhubStatus!: number | null;

  @MayBeNull(String)
  wellhubKey!: string | null;

  @ApiProperty()
  occurredAt!: Date;

  @ApiProperty()
  expiresAt!: Date;

  @MayBeNull(Date)
  webhookAt!: Date | null;

  @MayBeNull(String)
  bookingNumber!: string | null;

  @MayBeNull(String)
  productDescription!: string | null;

  @ApiProperty({ description: 'Wellhub was asked about it although no webhook had come' })
  isProbe!: boolean;

  @ApiProperty({ description: 'admitted before Wellhub answered' })
  isProvisional!: boolean;

  @ApiProperty()
  stateNow!: string;

  @ApiProperty({ type: 'integer' })
  callsNow!: number;

  @MayBeNull(Number)
  lastStatus!: number | null;

  @MayBeNull(String)
  lastKey!: string | null;
}

/** Codes are kept for a day. */
export class AccessCodeDetailDto {
  @ApiProperty({ description: 'the same as of the scans of this code' })
  hashPrefix!: string;

  @ApiProperty()
  expiresAt!: Date;

  @ApiProperty()
  singleUse!: boolean;
}

/** A decision at a door; `result` says why it was refused. */
export class ScanDetailDto {
  @Uuid()
  decisionId!: string;

  @ApiProperty({ example: 'ACCESS_CODE_EXPIRED' })
  result!: string;

  @ApiProperty()
  isAdmitted!: boolean;

  @MayBeNull(Number)
  deviceId!: number | null;

  @MayBeNull(Number)
  visitId!: number | null;

  @ApiProperty()
  hashPrefix!: string;

  @ApiProperty()
  dryRun!: boolean;

  @MayBeNull(String)
  note!: string | null;
}

export class VisitDetailDto {
  @ApiProperty({ type: 'integer', format: 'int64' })
  visitId!: number;

  @ApiProperty({ enum: ['GATE', 'DESK'] })
  source!: string;

  @ApiProperty()
  enteredAt!: Date;

  @MayBeNull(Date)
  leftAt!: Date | null;
}
