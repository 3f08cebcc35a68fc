import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audit } from '../../platform/audit/audit.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { NeedsRecentProof, Requires } from '../../platform/http/declarations.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { DEFAULT_LIMIT, pageOf } from '../../platform/http/paging.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { GymErrors, PartnerErrors } from '../../partners/index.js';
import { StoredWebhookErrors } from '../events/wellhub-inbox.errors.js';
import { EncryptedPayloads } from '../storage/encrypted-payloads.js';
import { StoredWebhooksRepository } from '../storage/stored-webhooks.repository.js';
import { StoredWebhookDto, StoredWebhooksQuery, WebhookBodyDto } from './stored-webhook.dto.js';
import { StoredWebhooks } from './stored-webhooks.js';

const EVENT_ID = new UuidPipe(StoredWebhookErrors.notFound);

@ApiTags('Webhooks of Wellhub')
@Controller('admin/v1')
export class StoredWebhooksAdminController {
  constructor(
    private readonly webhooks: StoredWebhooks,
    private readonly rows: StoredWebhooksRepository,
    private readonly bodies: EncryptedPayloads,
    private readonly audit: Audit,
  ) {}

  @Operation('wellhubEvents.list', {
    summary: 'List the webhooks of Wellhub',
    description:
      'Those with a good signature, the last one first, and what became of each; for 90 days. A key that is narrowed to a gym sees those that name it.',
    answer: pagesOf(StoredWebhookDto),
    errors: [PartnerErrors.notFound, GymErrors.notFound],
  })
  @Get('partners/:partnerId/wellhub-events')
  @Requires('CHECKIN_READ')
  async list(@CurrentActor() actor: Actor, @Query() query: StoredWebhooksQuery) {
    const rows = await this.webhooks.list(actor, query.toCommand());
    const { limit = DEFAULT_LIMIT } = query;
    return pageOf(rows, { limit, position: ({ id }) => id, shape: StoredWebhookDto.from });
  }

  @Operation('wellhubEvents.get', {
    summary: 'Read a webhook of Wellhub, and what became of it',
    description:
      '`result` names what it made, joined or changed. The body is read with `wellhubEvents.getBody`, as long as it is kept.',
    answer: StoredWebhookDto,
    errors: [StoredWebhookErrors.notFound],
  })
  @Get('wellhub-events/:id')
  @Requires('CHECKIN_READ')
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', EVENT_ID) id: string,
  ): Promise<StoredWebhookDto> {
    return StoredWebhookDto.from(await this.webhooks.get(actor, id));
  }

  @Operation('wellhubEvents.getBody', {
    summary: 'Read what Wellhub sent',
    description:
      'With all that is personal in it, for `RAW_PAYLOAD_DAYS`. The audit log records each reading.',
    answer: WebhookBodyDto,
    errors: Object.values(StoredWebhookErrors),
  })
  @Get('wellhub-events/:id/body')
  @Requires('PARTNER_ADMIN')
  @NeedsRecentProof()
  async body(
    @CurrentActor() { partnerId, name }: Actor,
    @Param('id', EVENT_ID) id: string,
  ): Promise<WebhookBodyDto> {
    const row = await this.rows.findBody(partnerId, id);
    if (!row) throw new DomainError(StoredWebhookErrors.notFound);
    const { payload, ...shown } = row;
    if (payload === null) throw new DomainError(StoredWebhookErrors.bodyCleared);
    const body = this.bodies.open(partnerId, id, payload).toString('utf8');
    await this.audit.recordOrFail({
      partnerId,
      actor: name,
      action: 'wellhub-event.body-read',
      object: id,
    });
    return { ...shown, body };
  }
}
