import { Controller, HttpCode, Logger, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import { Direct } from '../../platform/http/direct-routes.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { normalEventType } from '../../wellhub/index.js';
import { Operation } from '../../platform/http/operation.js';
import { InboxErrors } from '../events/wellhub-inbox.errors.js';
import { RECEIVED, ReceivedDto } from './received.dto.js';
import { readSignedRequest } from './signed-request.js';
import { WebhookReception } from './webhook-reception.js';

const SIGNED =
  'Signed by Wellhub in `X-Gympass-Signature`. It is stored before the answer, and the same event is handled once, however often it comes.';
const BY_ADDRESS = `${SIGNED} \`hook\` is of a partner or of one of its gyms.`;
const ONLY = `${SIGNED} For an installation with one partner.`;
const NAMED = 'For gyms that registered one address per event; the type in the body decides.';
const ANSWER = { answer: ReceivedDto, errors: Object.values(InboxErrors) } as const;
const EVENT = /^[\w.-]{1,64}$/;

/** Check-in, booking and setup events. Their signature is their credential. */
@ApiTags('Wellhub')
@Controller('wellhub')
export class WebhooksController {
  private readonly logger = new Logger('wellhub-inbox');

  constructor(private readonly reception: WebhookReception) {}

  @Operation('wellhub.webhooks.receiveForOnlyPartner', {
    summary: 'Receive a webhook of Wellhub, for the only partner',
    description: ONLY,
    ...ANSWER,
  })
  @Direct()
  @Post('webhooks')
  @HttpCode(200)
  @Public()
  receiveForOnly(@Req() request: FastifyRequest) {
    return this.receive(undefined, undefined, request);
  }

  @Operation('wellhub.webhooks.receiveNamedForOnlyPartner', {
    summary: 'Receive a webhook of one event, for the only partner',
    description: `${ONLY} ${NAMED}`,
    ...ANSWER,
  })
  @Direct()
  @Post('webhooks/:event')
  @HttpCode(200)
  @Public()
  receiveNamedForOnly(@Param('event') event: string, @Req() request: FastifyRequest) {
    return this.receive(undefined, event, request);
  }

  @Operation('wellhub.webhooks.receive', {
    summary: 'Receive a webhook of Wellhub',
    description: BY_ADDRESS,
    ...ANSWER,
  })
  @Direct()
  @Post(':hook/webhooks')
  @HttpCode(200)
  @Public()
  receiveAny(@Param('hook') hook: string, @Req() request: FastifyRequest) {
    return this.receive(hook, undefined, request);
  }

  @Operation('wellhub.webhooks.receiveNamed', {
    summary: 'Receive a webhook of one event',
    description: `${BY_ADDRESS} ${NAMED}`,
    ...ANSWER,
  })
  @Direct()
  @Post(':hook/webhooks/:event')
  @HttpCode(200)
  @Public()
  receiveNamed(
    @Param('hook') hook: string,
    @Param('event') event: string,
    @Req() request: FastifyRequest,
  ) {
    return this.receive(hook, event, request);
  }

  private async receive(
    hook: string | undefined,
    event: string | undefined,
    request: FastifyRequest,
  ): Promise<ReceivedDto> {
    if (event !== undefined && !EVENT.test(event)) throw new DomainError(RequestErrors.notFound);
    const signed = readSignedRequest(request);
    const type = await this.reception.receive(hook, 'event', signed);
    if (event !== undefined && type !== normalEventType(event))
      this.logger.warn({ msg: 'event type differs from its URL', type, url: event });
    return RECEIVED;
  }
}
