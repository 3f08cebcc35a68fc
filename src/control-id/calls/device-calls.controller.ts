import { All, Controller, createParamDecorator, Req, type ExecutionContext } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { after, type MaybePromise } from '../../platform/deadline/maybe-promise.js';
import { Public } from '../../platform/http/declarations.js';
import { Direct } from '../../platform/http/direct-routes.js';
import { DEVICE_ADDRESS } from './device-admission.js';
import { DeviceCalls } from './device-calls.js';

const ReplyOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getResponse<FastifyReply>(),
);

const asItIs = (answer: string): string => answer;

/** Everything that Control iD devices call (`control-id.md`); which path has which handler is in `DeviceRoutes`. */
@ApiExcludeController()
@Public()
@Controller(DEVICE_ADDRESS)
export class DeviceCallsController {
  constructor(private readonly calls: DeviceCalls) {}

  @Direct()
  @All('*')
  serve(
    @Req() request: FastifyRequest,
    @ReplyOf() reply: FastifyReply,
  ): MaybePromise<string | undefined> {
    return after(this.calls.answer(request), (answer) => {
      if (answer === undefined || reply.sent) return undefined;
      // Without a serializer of its own the server would add a charset to the type. A text leaves in one write with its head.
      void reply.header('Content-Type', 'application/json').serializer(asItIs);
      return answer;
    });
  }
}
