import { All, Controller, createParamDecorator, Req, type ExecutionContext } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import { Direct } from '../../platform/http/direct-routes.js';
import { DEVICE_ADDRESS } from './device-admission.js';
import { DeviceCalls } from './device-calls.js';

const ReplyOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getResponse<FastifyReply>(),
);

/** Everything that Control iD devices call (`control-id.md`); which path has which handler is in `DeviceRoutes`. */
@ApiExcludeController()
@Public()
@Controller(DEVICE_ADDRESS)
export class DeviceCallsController {
  constructor(private readonly calls: DeviceCalls) {}

  @Direct()
  @All('*')
  async serve(
    @Req() request: FastifyRequest,
    @ReplyOf() reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const answer = await this.calls.answer(request);
    if (answer === undefined || reply.sent) return undefined;
    // As bytes: to a text the server would add its charset.
    void reply.header('Content-Type', 'application/json');
    return Buffer.from(answer);
  }
}
