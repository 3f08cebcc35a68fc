import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HostedPages, type HttpExchange } from './hosted-pages.js';

const Exchange = createParamDecorator((_: unknown, context: ExecutionContext): HttpExchange => {
  const http = context.switchToHttp();
  return {
    request: http.getRequest<FastifyRequest>(),
    reply: http.getResponse<FastifyReply>(),
  };
});

/** The `PageRequest` of a route below `:slug`. @throws hosted-page.not-found */
export const HostedPage = (): ParameterDecorator => Exchange(HostedPages);
