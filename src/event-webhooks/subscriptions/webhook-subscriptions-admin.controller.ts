import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '../../platform/audit/audit.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  PageQuery,
  pageOf,
  readCursor,
  UUID_CURSOR,
} from '../../platform/http/paging.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { ShownOnce } from '../../platform/http/shown-once.js';
import { GymErrors, Partners } from '../../partners/index.js';
import {
  ChangeWebhookSubscriptionDto,
  CreateWebhookSubscriptionDto,
  NewWebhookSubscriptionDto,
  RotatedSecretDto,
  RotateSecretDto,
  WebhookSubscriptionDto,
} from './webhook-subscription.dto.js';
import { SubscriptionErrors } from '../events/event-webhooks.errors.js';
import type { WebhookSubscription } from './webhook-subscriptions.repository.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';

const SUBSCRIPTION_ID = new UuidPipe(SubscriptionErrors.notFound);
const DAY = 86_400;

@ApiTags('Event subscriptions')
@Controller('admin/v1')
export class WebhookSubscriptionsAdminController {
  constructor(
    private readonly subscriptions: WebhookSubscriptions,
    private readonly partners: Partners,
    private readonly audit: Audit,
  ) {}

  @Operation('webhookSubscriptions.create', {
    summary: 'Subscribe to events',
    description:
      'Events are POSTed to `url`, signed by Standard Webhooks. Key and secret are shown this once.',
    answer: NewWebhookSubscriptionDto,
    errors: [SubscriptionErrors.tooMany, GymErrors.notFound],
  })
  @Post('partners/:partnerId/webhook-subscriptions')
  @ShownOnce('key', 'secret')
  @Requires('WEBHOOK_WRITE')
  async create(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() body: CreateWebhookSubscriptionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.partners.get(partnerId);
    const made = await this.subscriptions.create(partnerId, body.toCommand());
    const { id } = made.subscription;
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'webhook-subscription.created',
      object: id,
    });
    void reply.header('Location', `/admin/v1/webhook-subscriptions/${id}`);
    return NewWebhookSubscriptionDto.withKeys(made.subscription, made);
  }

  @Operation('webhookSubscriptions.list', {
    summary: 'List the event subscriptions',
    description:
      'Without their keys and secrets, which are shown once. `state`, `disabledAt` and `disabledReason` say which of them get nothing.',
    answer: pagesOf(WebhookSubscriptionDto),
  })
  @Get('partners/:partnerId/webhook-subscriptions')
  @Requires('WEBHOOK_READ')
  async list(@Tenant() partnerId: string, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    await this.partners.get(partnerId);
    const rows = await this.subscriptions.list(
      partnerId,
      readCursor(cursor, UUID_CURSOR),
      limit + 1,
    );
    return pageOf(rows, { limit, position: (row) => row.id, shape: WebhookSubscriptionDto.from });
  }

  @Operation('webhookSubscriptions.get', {
    summary: 'Read an event subscription',
    description:
      'Without its key and secret. `disabledReason` says why it gets nothing; `replayFrom` is there while a replay is in progress.',
    answer: WebhookSubscriptionDto,
    errors: [SubscriptionErrors.notFound],
  })
  @Get('webhook-subscriptions/:id')
  @Requires('WEBHOOK_READ')
  async get(
    @Tenant() partnerId: string,
    @Param('id', SUBSCRIPTION_ID) id: string,
    @EntityTagsOf() tags: EntityTags,
  ) {
    return tagged(await this.subscriptions.get(partnerId, id), tags);
  }

  @Operation('webhookSubscriptions.update', {
    summary: 'Change an event subscription',
    description:
      'A JSON merge patch: null clears a filter. `state: ACTIVE` switches on one that was disabled.',
    answer: WebhookSubscriptionDto,
    errors: [SubscriptionErrors.notFound, GymErrors.notFound],
  })
  @Patch('webhook-subscriptions/:id')
  @Requires('WEBHOOK_WRITE')
  async change(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', SUBSCRIPTION_ID) id: string,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: ChangeWebhookSubscriptionDto,
  ) {
    const change = { id, ...body.toCommand() };
    const row = await this.subscriptions.change(partnerId, change, (present) =>
      tags.check(changeable(present)),
    );
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'webhook-subscription.changed',
      object: id,
    });
    return tagged(row, tags);
  }

  @Operation('webhookSubscriptions.delete', {
    summary: 'End an event subscription',
    description: 'It gets no further event.',
    errors: [SubscriptionErrors.notFound],
  })
  @Delete('webhook-subscriptions/:id')
  @HttpCode(204)
  @Requires('WEBHOOK_WRITE')
  async remove(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', SUBSCRIPTION_ID) id: string,
  ): Promise<void> {
    await this.subscriptions.remove(partnerId, id);
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'webhook-subscription.deleted',
      object: id,
    });
  }

  @Operation('webhookSubscriptions.rotateSecret', {
    summary: 'Give a subscription another secret',
    description: 'For `graceSeconds` (a day) deliveries carry a signature of each.',
    answer: RotatedSecretDto,
    errors: [SubscriptionErrors.notFound],
  })
  @Post('webhook-subscriptions/:id/rotate-secret')
  @ShownOnce('secret')
  @HttpCode(200)
  @Requires('WEBHOOK_WRITE')
  async rotate(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', SUBSCRIPTION_ID) id: string,
    @Body() { graceSeconds = DAY }: RotateSecretDto,
  ) {
    const rotated = await this.subscriptions.rotateSecret(partnerId, id, graceSeconds);
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'webhook-subscription.secret-rotated',
      object: id,
    });
    return RotatedSecretDto.withSecret(rotated.subscription, rotated.secret);
  }
}

/** What an ETag stands for: a replay and an overlap end by themselves. */
const changeable = ({ url, eventTypes, gymId, retry, state }: WebhookSubscription) => ({
  url,
  eventTypes,
  gymId,
  retry,
  state,
});

function tagged(row: WebhookSubscription, tags: EntityTags) {
  tags.add(changeable(row));
  return WebhookSubscriptionDto.from(row);
}
