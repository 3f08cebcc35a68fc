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
import { UuidPipe } from '../../platform/http/parameters.js';
import { ShownOnce } from '../../platform/http/shown-once.js';
import { Partners } from '../../partners/index.js';
import {
  ChangeWebhookSubscriptionDto,
  CreateWebhookSubscriptionDto,
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
    const { key, secret } = made;
    return { ...WebhookSubscriptionDto.from(made.subscription), key, secret };
  }

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

  @Get('webhook-subscriptions/:id')
  @Requires('WEBHOOK_READ')
  async get(
    @Tenant() partnerId: string,
    @Param('id', SUBSCRIPTION_ID) id: string,
    @EntityTagsOf() tags: EntityTags,
  ) {
    return tagged(await this.subscriptions.get(partnerId, id), tags);
  }

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
    return { ...WebhookSubscriptionDto.from(rotated.subscription), secret: rotated.secret };
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
