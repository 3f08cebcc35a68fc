import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { DEFAULT_LIMIT, pageOf, readCursor } from '../../platform/http/paging.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { DeliveryExchanges } from './delivery-exchanges.js';
import { DeliveryLog } from './delivery-log.js';
import type { Delivery } from './delivery-log.repository.js';
import {
  DeliveriesQuery,
  DeliveryDto,
  DeliveryExchangesDto,
  ReplayDto,
  ReplayQuery,
} from './delivery.dto.js';
import {
  DeliveryErrors,
  EventErrors,
  SubscriptionErrors,
} from '../events/event-webhooks.errors.js';
import { EventFeed } from '../events/event-feed.js';
import { EventDispatcher } from './event-dispatcher.worker.js';
import { WebhookSubscriptions } from '../subscriptions/webhook-subscriptions.js';

const SUBSCRIPTION_ID = new UuidPipe(SubscriptionErrors.notFound);
const EVENT_ID = new UuidPipe(EventErrors.notFound);
const DELIVERY_ID = new UuidPipe(DeliveryErrors.notFound);
const CURSOR = /^\d{1,16}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@ApiTags('Event subscriptions')
@Controller('admin/v1')
export class DeliveriesAdminController {
  constructor(
    private readonly log: DeliveryLog,
    private readonly subscriptions: WebhookSubscriptions,
    private readonly dispatcher: EventDispatcher,
    private readonly exchanges: DeliveryExchanges,
    private readonly feed: EventFeed,
  ) {}

  @Operation('webhookSubscriptions.listDeliveries', {
    summary: 'List the deliveries of a subscription',
    description: 'The newest first.',
    answer: pagesOf(DeliveryDto),
    errors: [SubscriptionErrors.notFound],
  })
  @Get('webhook-subscriptions/:id/deliveries')
  @Requires('WEBHOOK_READ')
  async list(
    @Tenant() partnerId: string,
    @Param('id', SUBSCRIPTION_ID) id: string,
    @Query() { state, limit = DEFAULT_LIMIT, cursor }: DeliveriesQuery,
  ) {
    await this.subscriptions.get(partnerId, id);
    const [micros, before] = readCursor(cursor, CURSOR)?.split('_') ?? [];
    const rows = await this.log.list(partnerId, id, {
      state,
      limit: limit + 1,
      before: micros && before ? { micros, id: before } : undefined,
    });
    return pageOf(rows, {
      limit,
      position: (row) => `${row.createdMicros}_${row.id}`,
      shape: DeliveryDto.from,
    });
  }

  @Operation('events.listDeliveries', {
    summary: 'List the deliveries of an event',
    description: 'To every subscription that got it, the newest first; the last 200.',
    answer: pagesOf(DeliveryDto),
    errors: [EventErrors.notFound],
  })
  @Get('events/:id/deliveries')
  @Requires('WEBHOOK_READ')
  async ofEvent(@Tenant() partnerId: string, @Param('id', EVENT_ID) id: string) {
    await this.feed.get(partnerId, id);
    const rows = await this.log.ofEvent(partnerId, id);
    return { items: rows.map(DeliveryDto.from), nextCursor: null };
  }

  @Operation('deliveries.get', {
    summary: 'Read a delivery with what was sent and what came',
    description:
      'Each attempt shows its request byte for byte, without the secrets in it, and the first 1,024 bytes of the answer. Answers are kept for `RAW_PAYLOAD_DAYS`, requests as long as the event.',
    answer: DeliveryExchangesDto,
    errors: [DeliveryErrors.notFound],
  })
  @Get('deliveries/:id')
  @Requires('WEBHOOK_READ')
  async get(@Tenant() partnerId: string, @Param('id', DELIVERY_ID) id: string) {
    const delivery = await this.log.get(partnerId, id);
    const attempts = await this.exchanges.of(partnerId, delivery);
    return DeliveryExchangesDto.from(delivery, attempts);
  }

  @Operation('deliveries.replay', {
    summary: 'Deliver an event again',
    description: 'A new delivery of the same event: the same bytes and the same `uuid`.',
    answer: DeliveryDto,
    errors: [
      DeliveryErrors.notFound,
      DeliveryErrors.pending,
      DeliveryErrors.eventNotKept,
      SubscriptionErrors.disabled,
    ],
  })
  @Post('deliveries/:id/replay')
  @Requires('WEBHOOK_WRITE')
  async replay(
    @Tenant() partnerId: string,
    @Param('id', DELIVERY_ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const delivery = await this.log.get(partnerId, id);
    await this.subscriptions.getActive(partnerId, delivery.subscriptionId);
    return created(reply, await this.log.replay(partnerId, delivery));
  }

  @Operation('webhookSubscriptions.replay', {
    summary: 'Deliver again all that was stored since a moment',
    description:
      'Every event since `from` that the subscription wants goes out again, in the background and with the same `uuid` and bytes, by which a receiver knows what it has. A `from` older than the events that are kept (30 days) is refused.',
    answer: ReplayDto,
    errors: [SubscriptionErrors.notFound, SubscriptionErrors.disabled],
  })
  @Post('webhook-subscriptions/:id/replay')
  @HttpCode(202)
  @Requires('WEBHOOK_WRITE')
  async replayFrom(
    @Tenant() partnerId: string,
    @Param('id', SUBSCRIPTION_ID) id: string,
    @Query() query: ReplayQuery,
  ) {
    await this.subscriptions.getActive(partnerId, id);
    const { from } = query;
    const until = await this.log.replayFrom(partnerId, id, from);
    this.dispatcher.wake();
    return { from, until };
  }

  @Operation('webhookSubscriptions.test', {
    summary: 'Send a subscription an event of the type TEST',
    description: 'Read the delivery that it answers to see what became of it.',
    answer: DeliveryDto,
    errors: [SubscriptionErrors.notFound, SubscriptionErrors.disabled],
  })
  @Post('webhook-subscriptions/:id/test')
  @Requires('WEBHOOK_WRITE')
  async test(
    @Tenant() partnerId: string,
    @Param('id', SUBSCRIPTION_ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const subscription = await this.subscriptions.getActive(partnerId, id);
    return created(reply, await this.log.test(partnerId, subscription));
  }
}

function created(reply: FastifyReply, delivery: Delivery) {
  void reply.header('Location', `/admin/v1/deliveries/${delivery.id}`);
  return DeliveryDto.from(delivery);
}
