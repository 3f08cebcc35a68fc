import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import type { UserStatusType } from '../../wellhub/index.js';
import { Operation } from '../../platform/http/operation.js';
import { InboxErrors } from '../events/wellhub-inbox.errors.js';
import { RECEIVED, ReceivedDto } from './received.dto.js';
import { readSignedRequest } from './signed-request.js';
import { WebhookReception } from './webhook-reception.js';

const SIGNED = 'Signed by Wellhub in `X-Gympass-Signature`.';
const BY_ADDRESS = `${SIGNED} \`hook\` is of a partner.`;
const ONLY = `${SIGNED} For an installation with one partner.`;
const ANSWER = { answer: ReceivedDto, errors: Object.values(InboxErrors) } as const;

/** Wellhub reports that a user left, came back or changed plan; user-registration applies it. */
@ApiTags('Wellhub')
@Controller('wellhub')
export class UserStatusController {
  constructor(private readonly reception: WebhookReception) {}

  @Operation('wellhub.users.cancelForOnlyPartner', {
    summary: 'Receive that a user left Wellhub, for the only partner',
    description: ONLY,
    ...ANSWER,
  })
  @Post('users/cancel')
  @HttpCode(200)
  @Public()
  cancelForOnly(@Req() request: FastifyRequest) {
    return this.receive(undefined, 'user-cancel', request);
  }

  @Operation('wellhub.users.changeForOnlyPartner', {
    summary: 'Receive that a user came back or changed plan, for the only partner',
    description: ONLY,
    ...ANSWER,
  })
  @Post('users/change')
  @HttpCode(200)
  @Public()
  changeForOnly(@Req() request: FastifyRequest) {
    return this.receive(undefined, 'user-change', request);
  }

  @Operation('wellhub.users.cancel', {
    summary: 'Receive that a user left Wellhub',
    description: BY_ADDRESS,
    ...ANSWER,
  })
  @Post(':hook/users/cancel')
  @HttpCode(200)
  @Public()
  cancel(@Param('hook') hook: string, @Req() request: FastifyRequest) {
    return this.receive(hook, 'user-cancel', request);
  }

  @Operation('wellhub.users.change', {
    summary: 'Receive that a user came back or changed plan',
    description: BY_ADDRESS,
    ...ANSWER,
  })
  @Post(':hook/users/change')
  @HttpCode(200)
  @Public()
  change(@Param('hook') hook: string, @Req() request: FastifyRequest) {
    return this.receive(hook, 'user-change', request);
  }

  private async receive(
    hook: string | undefined,
    type: UserStatusType,
    request: FastifyRequest,
  ): Promise<ReceivedDto> {
    await this.reception.receive(hook, type, readSignedRequest(request));
    return RECEIVED;
  }
}
