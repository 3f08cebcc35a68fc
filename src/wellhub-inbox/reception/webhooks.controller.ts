import { Controller, HttpCode, Logger, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import { Direct } from '../../platform/http/direct-routes.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { normalEventType } from '../../wellhub/index.js';
import { readSignedRequest } from './signed-request.js';
import { WebhookReception } from './webhook-reception.js';

const RECEIVED = { received: true };
const EVENT = /^[\w.-]{1,64}$/;

/** Check-in, booking and setup events. Their signature is their credential. */
@ApiTags('Wellhub')
@Controller('wellhub')
export class WebhooksController {
  private readonly logger = new Logger('wellhub-inbox');

  constructor(private readonly reception: WebhookReception) {}

  @Direct()
  @Post('webhooks')
  @HttpCode(200)
  @Public()
  receiveForOnly(@Req() request: FastifyRequest) {
    return this.receive(undefined, undefined, request);
  }

  @Direct()
  @Post('webhooks/:event')
  @HttpCode(200)
  @Public()
  receiveNamedForOnly(@Param('event') event: string, @Req() request: FastifyRequest) {
    return this.receive(undefined, event, request);
  }

  @Direct()
  @Post(':hook/webhooks')
  @HttpCode(200)
  @Public()
  receiveAny(@Param('hook') hook: string, @Req() request: FastifyRequest) {
    return this.receive(hook, undefined, request);
  }

  /** For gyms that registered one URL per event: the body's own type decides. */
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
  ): Promise<typeof RECEIVED> {
    if (event !== undefined && !EVENT.test(event)) throw new DomainError(RequestErrors.notFound);
    const signed = readSignedRequest(request);
    const type = await this.reception.receive(hook, 'event', signed);
    if (event !== undefined && type !== normalEventType(event))
      this.logger.warn({ msg: 'event type differs from its URL', type, url: event });
    return RECEIVED;
  }
}
