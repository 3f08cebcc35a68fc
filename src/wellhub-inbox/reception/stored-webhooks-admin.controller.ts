import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Audit } from '../../platform/audit/audit.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { Requires } from '../../platform/http/declarations.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { StoredWebhookErrors } from '../events/wellhub-inbox.errors.js';
import { EncryptedPayloads } from '../storage/encrypted-payloads.js';
import { StoredWebhooksRepository } from '../storage/stored-webhooks.repository.js';

class WebhookBodyDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'checkin' })
  type!: string;

  @ApiProperty()
  receivedAt!: Date;

  @ApiProperty({ description: 'The body as Wellhub sent it, byte for byte' })
  body!: string;
}

@ApiTags('Check-ins')
@Controller('admin/v1/wellhub-events')
export class StoredWebhooksAdminController {
  constructor(
    private readonly rows: StoredWebhooksRepository,
    private readonly bodies: EncryptedPayloads,
    private readonly audit: Audit,
  ) {}

  /** What Wellhub sent, with all that is personal in it, for `RAW_PAYLOAD_DAYS`; each reading is in the audit log. */
  @Get(':id/body')
  @Requires('PARTNER_ADMIN')
  @ApiOkResponse({ type: WebhookBodyDto })
  async body(
    @CurrentActor() { partnerId, name }: Actor,
    @Param('id', new UuidPipe(StoredWebhookErrors.notFound)) id: string,
  ): Promise<WebhookBodyDto> {
    const row = await this.rows.find(partnerId, id);
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
