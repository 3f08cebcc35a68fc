import { Answer } from '../../platform/http/answer-fields.js';

/** A webhook of Wellhub about the person. */
export class WebhookDetailDto {
  @Answer.uuid()
  webhookId!: string;

  @Answer.text(undefined, { example: 'checkin' })
  type!: string;

  @Answer.oneOf(['production', 'test'])
  environment!: 'production' | 'test';

  @Answer.oneOf(['VALID'], 'Webhooks with another one are refused')
  signature!: 'VALID';

  @Answer.oneOf(['RECEIVED', 'PROCESSED', 'IGNORED', 'PARKED', 'DEAD'])
  state!: 'RECEIVED' | 'PROCESSED' | 'IGNORED' | 'PARKED' | 'DEAD';

  @Answer.text(undefined, { nullable: true })
  reason!: string | null;

  @Answer.whole('Failed tries to handle it')
  attempts!: number;

  @Answer.instant(undefined, { nullable: true })
  processedAt!: Date | null;

  @Answer.text(undefined, { nullable: true })
  gympassGymId!: string | null;

  @Answer.flag('Whether what Wellhub sent is still kept')
  hasBody!: boolean;
}

export class BookingDetailDto {
  @Answer.id()
  bookingId!: number;

  @Answer.text()
  bookingNumber!: string;

  @Answer.text(undefined, { nullable: true })
  classId!: string | null;

  @Answer.text(undefined, { nullable: true })
  slotId!: string | null;

  @Answer.text('As it is now')
  state!: string;

  @Answer.text(undefined, { nullable: true })
  decision!: string | null;

  @Answer.instant(undefined, { nullable: true })
  decidedAt!: Date | null;

  @Answer.text(undefined, { nullable: true })
  reasonCategory!: string | null;

  @Answer.text(undefined, { nullable: true })
  reason!: string | null;

  @Answer.whole('Calls to Wellhub')
  calls!: number;

  @Answer.whole(undefined, { nullable: true })
  lastStatus!: number | null;

  @Answer.text(undefined, { nullable: true })
  lastKey!: string | null;
}

/** A state that a check-in reached, and what Wellhub had answered by then. */
export class CheckInDetailDto {
  @Answer.uuid()
  checkInId!: string;

  @Answer.text(undefined, { nullable: true })
  from!: string | null;

  @Answer.text()
  to!: string;

  @Answer.oneOf(['WEBHOOK', 'SCAN', 'DESK', 'AGGREGATOR', 'RETRY', 'DEADLINE'])
  cause!: 'WEBHOOK' | 'SCAN' | 'DESK' | 'AGGREGATOR' | 'RETRY' | 'DEADLINE';

  @Answer.whole('Calls to Wellhub until then')
  calls!: number;

  @Answer.whole(undefined, { nullable: true })
  wellhubStatus!: number | null;

  @Answer.text(undefined, { nullable: true })
  wellhubKey!: string | null;

  @Answer.instant()
  occurredAt!: Date;

  @Answer.instant()
  expiresAt!: Date;

  @Answer.instant(undefined, { nullable: true })
  webhookAt!: Date | null;

  @Answer.text(undefined, { nullable: true })
  bookingNumber!: string | null;

  @Answer.text(undefined, { nullable: true })
  productDescription!: string | null;

  @Answer.flag('Wellhub was asked about it although no webhook had come')
  isProbe!: boolean;

  @Answer.flag('Admitted before Wellhub answered')
  isProvisional!: boolean;

  @Answer.text()
  stateNow!: string;

  @Answer.whole()
  callsNow!: number;

  @Answer.whole(undefined, { nullable: true })
  lastStatus!: number | null;

  @Answer.text(undefined, { nullable: true })
  lastKey!: string | null;
}

/** Codes are kept for a day. */
export class AccessCodeDetailDto {
  @Answer.text('The same as of the scans of this code')
  hashPrefix!: string;

  @Answer.instant()
  expiresAt!: Date;

  @Answer.flag()
  singleUse!: boolean;
}

/** A decision at a door; `result` says why it was refused. */
export class ScanDetailDto {
  @Answer.uuid()
  decisionId!: string;

  @Answer.text(undefined, { example: 'ACCESS_CODE_EXPIRED' })
  result!: string;

  @Answer.flag()
  isAdmitted!: boolean;

  @Answer.id(undefined, { nullable: true })
  deviceId!: number | null;

  @Answer.id(undefined, { nullable: true })
  visitId!: number | null;

  @Answer.text()
  hashPrefix!: string;

  @Answer.flag()
  dryRun!: boolean;

  @Answer.text(undefined, { nullable: true })
  note!: string | null;
}

export class VisitDetailDto {
  @Answer.id()
  visitId!: number;

  @Answer.oneOf(['GATE', 'DESK'])
  source!: 'GATE' | 'DESK';

  @Answer.instant()
  enteredAt!: Date;

  @Answer.instant(undefined, { nullable: true })
  leftAt!: Date | null;
}
