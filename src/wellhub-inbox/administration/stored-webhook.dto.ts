import { ApiProperty } from '@nestjs/swagger';
import { Instant, OneOf, Text } from '../../platform/http/fields.js';
import { DEFAULT_LIMIT, PageQuery, readCursor, UUID_CURSOR } from '../../platform/http/paging.js';
import { requireId } from '../../platform/http/parameters.js';
import { WELLHUB_EVENT_TYPES } from '../../wellhub/index.js';
import { RESULT_KINDS, type InboxResult } from '../events/event-result.js';
import { WEBHOOK_STATES, type StoredWebhook } from '../storage/stored-webhooks.repository.js';
import type { WantedWebhooks } from './stored-webhooks.js';

const TYPES = [...WELLHUB_EVENT_TYPES, 'user-cancel', 'user-change', 'unknown'];
const STATES = `RECEIVED: waits to be handled, at nextAttemptAt; PROCESSED; PARKED: waits until a gym has its Wellhub id;
  IGNORED: of no type that we know; DEAD: could not be handled, see reason`;

export class StoredWebhooksQuery extends PageQuery {
  @OneOf(TYPES, { optional: true })
  type?: string;

  @Text({ optional: true, max: 16, description: 'Those that name this gym' })
  gymId?: string;

  @OneOf(WEBHOOK_STATES, { optional: true })
  state?: string;

  @Instant({ optional: true, description: 'Received then or later' })
  from?: Date;

  @Instant({ optional: true, description: 'Received before' })
  to?: Date;

  toCommand(): WantedWebhooks {
    const { type = null, gymId, state = null, from = null, to = null } = this;
    return {
      type,
      state,
      from,
      to,
      gymId: gymId === undefined ? undefined : requireId(gymId, 'gymId'),
      before: readCursor(this.cursor, UUID_CURSOR),
      limit: (this.limit ?? DEFAULT_LIMIT) + 1,
    };
  }
}

class WebhookResultDto implements InboxResult {
  @ApiProperty({ enum: RESULT_KINDS })
  kind!: InboxResult['kind'];

  @ApiProperty({
    oneOf: [{ type: 'string', format: 'uuid' }, { type: 'integer' }],
    description: 'of the check-in, booking or customer; of a customer as it was then',
  })
  id!: string | number;
}

export class StoredWebhookDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'checkin' })
  type!: string;

  @ApiProperty({ enum: ['production', 'test'] })
  environment!: string;

  @ApiProperty({ enum: ['VALID'], description: 'Those with another one are only counted' })
  signature!: string;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    nullable: true,
    description: 'The gym whose own address it came to; null: the partner’s address',
  })
  hookGymId!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Wellhub’s id of the gym it names' })
  gympassGymId!: string | null;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    nullable: true,
    description: 'The gym that has that id now',
  })
  gymId!: number | null;

  @ApiProperty({ enum: WEBHOOK_STATES, description: STATES })
  state!: string;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;

  @ApiProperty({ type: 'integer', description: 'failed tries to handle it' })
  attempts!: number;

  @ApiProperty({ type: Date, nullable: true })
  nextAttemptAt!: Date | null;

  @ApiProperty()
  receivedAt!: Date;

  @ApiProperty({ type: Date, nullable: true })
  processedAt!: Date | null;

  @ApiProperty({ description: 'whether what Wellhub sent is still kept' })
  hasBody!: boolean;

  @ApiProperty({ type: WebhookResultDto, nullable: true, description: 'what it made or changed' })
  result!: WebhookResultDto | null;

  static from({ wellhubGymId, ...row }: StoredWebhook): StoredWebhookDto {
    return { ...row, signature: 'VALID', gympassGymId: wellhubGymId };
  }
}

export class WebhookBodyDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'checkin' })
  type!: string;

  @ApiProperty()
  receivedAt!: Date;

  @ApiProperty({ description: 'The body as Wellhub sent it, byte for byte' })
  body!: string;
}
