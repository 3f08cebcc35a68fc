import { ApiProperty } from '@nestjs/swagger';
import { Answer } from '../../platform/http/answer-fields.js';
import { Instant, OneOf, Text } from '../../platform/http/fields.js';
import { DEFAULT_LIMIT, PageQuery, readCursor, UUID_CURSOR } from '../../platform/http/paging.js';
import { requireId } from '../../platform/http/parameters.js';
import { WELLHUB_EVENT_TYPES } from '../../wellhub/index.js';
import { RESULT_KINDS, type InboxResult } from '../events/event-result.js';
import { WEBHOOK_STATES, type StoredWebhook } from '../storage/stored-webhooks.repository.js';
import type { WantedWebhooks } from './stored-webhooks.js';

export const STORED_WEBHOOK_TYPES = [
  ...WELLHUB_EVENT_TYPES,
  'user-cancel',
  'user-change',
  'unknown',
];
const NULLABLE = { nullable: true } as const;
const STATES = `RECEIVED: waits to be handled, at nextAttemptAt; PROCESSED; PARKED: waits until a gym has its Wellhub id;
  IGNORED: of no type that we know; DEAD: could not be handled, see reason`;

export class StoredWebhooksQuery extends PageQuery {
  @OneOf(STORED_WEBHOOK_TYPES, { optional: true })
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

const ENVIRONMENTS = ['production', 'test'] as const;
const VALID = ['VALID'] as const;

export class WebhookResultDto implements InboxResult {
  @Answer.oneOf(RESULT_KINDS) kind!: InboxResult['kind'];

  @ApiProperty({
    oneOf: [{ type: 'string', format: 'uuid' }, { type: 'integer' }],
    description: 'of the check-in, booking or customer; of a customer as it was then',
  })
  id!: string | number;
}

export class StoredWebhookDto {
  @Answer.uuid() id!: string;
  @Answer.text(undefined, { example: 'checkin' }) type!: string;
  @Answer.oneOf(ENVIRONMENTS) environment!: (typeof ENVIRONMENTS)[number];
  @Answer.oneOf(VALID, 'Those with another one are only counted') signature!: 'VALID';

  @Answer.id('The gym whose own address it came to; null: the partner’s address', NULLABLE)
  hookGymId!: number | null;

  @Answer.text('Wellhub’s id of the gym it names', NULLABLE) gympassGymId!: string | null;
  @Answer.id('The gym that has that id now', NULLABLE) gymId!: number | null;
  @Answer.oneOf(WEBHOOK_STATES, STATES) state!: StoredWebhook['state'];
  @Answer.text('Why it is in this state', NULLABLE) reason!: string | null;
  @Answer.whole('Failed tries to handle it') attempts!: number;
  @Answer.instant(undefined, NULLABLE) nextAttemptAt!: Date | null;
  @Answer.instant() receivedAt!: Date;
  @Answer.instant(undefined, NULLABLE) processedAt!: Date | null;
  @Answer.flag('What Wellhub sent is still kept') hasBody!: boolean;

  @Answer.object(() => WebhookResultDto, 'What it made or changed', NULLABLE)
  result!: WebhookResultDto | null;

  static from({ wellhubGymId, ...row }: StoredWebhook): StoredWebhookDto {
    return { ...row, signature: 'VALID', gympassGymId: wellhubGymId };
  }
}

export class WebhookBodyDto {
  @Answer.uuid() id!: string;
  @Answer.text(undefined, { example: 'checkin' }) type!: string;
  @Answer.instant() receivedAt!: Date;
  @Answer.text('As Wellhub sent it, byte for byte') body!: string;
}
