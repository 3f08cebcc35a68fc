import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import type { UserStatusType } from '../../wellhub/index.js';
import { readSignedRequest } from './signed-request.js';
import { WebhookReception } from './webhook-reception.js';

/** Wellhub reports that a user left, came back or changed plan; user-registration applies it. */
@ApiTags('Wellhub')
@Controller('wellhub')
export class UserStatusController {
  constructor(private readonly reception: WebhookReception) {}

  @Post('users/cancel')
  @HttpCode(200)
  @Public()
  cancelForOnly(@Req() request: FastifyRequest) {
    return this.receive(undefined, 'user-cancel', request);
  }

  @Post('users/change')
  @HttpCode(200)
  @Public()
  changeForOnly(@Req() request: FastifyRequest) {
    return this.receive(undefined, 'user-change', request);
  }

  @Post(':hook/users/cancel')
  @HttpCode(200)
  @Public()
  cancel(@Param('hook') hook: string, @Req() request: FastifyRequest) {
    return this.receive(hook, 'user-cancel', request);
  }

  @Post(':hook/users/change')
  @HttpCode(200)
  @Public()
  change(@Param('hook') hook: string, @Req() request: FastifyRequest) {
    return this.receive(hook, 'user-change', request);
  }

  private async receive(hook: string | undefined, type: UserStatusType, request: FastifyRequest) {
    await this.reception.receive(hook, type, readSignedRequest(request));
    return { received: true };
  }
}
