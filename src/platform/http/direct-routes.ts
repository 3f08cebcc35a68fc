import { SetMetadata, type PipeTransform, type Type } from '@nestjs/common';
import {
  CUSTOM_ROUTE_ARGS_METADATA,
  HEADERS_METADATA,
  HTTP_CODE_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { ModulesContainer } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { handlersIn, type RouteHandler } from './handlers.js';

const DIRECT = 'gatehouse:direct';

/**
 * The handler is run by itself and not through the framework's pipeline, whose interceptors and promises cost more
 * than the work of a hot path. The parameters, their pipes, the status and the headers are the same; DTO
 * bodies are refused at start-up, since the validating pipe is left out, and so is `Idempotency-Key`.
 */
export const Direct = () => SetMetadata(DIRECT, true);

type Answer = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => void;
type Argument = (context: ExecutionContextHost) => unknown;

interface DeclaredArgument {
  readonly index: number;
  readonly data?: string;
  readonly pipes?: readonly (PipeTransform | Type<PipeTransform>)[];
  readonly factory?: (data: unknown, context: ExecutionContextHost) => unknown;
}

/**
 * Replaces the framework's handlers by direct ones. Must run before the routes are added.
 * @param fail answers what a handler threw
 */
export function addDirectRoutes(
  fastify: FastifyInstance,
  modules: ModulesContainer,
  fail: Answer,
): void {
  const handlers = new Map(directHandlers(modules, fail));
  fastify.addHook('onRoute', (route) => {
    const verb = Array.isArray(route.method) ? 'ALL' : route.method;
    const handler = handlers.get(`${verb} ${route.url}`);
    if (handler) route.handler = handler;
  });
}

function* directHandlers(modules: ModulesContainer, fail: Answer) {
  for (const handler of handlersIn(modules))
    if (Reflect.hasMetadata(DIRECT, handler.method))
      yield [handler.address, direct(handler, fail)] as const;
}

function direct({ controller, method, instance, name }: RouteHandler, fail: Answer) {
  const args = argumentsOf(controller, name);
  const status = (Reflect.getMetadata(HTTP_CODE_METADATA, method) as number | undefined) ?? 200;
  const headers = headersOf(method);
  const run = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const context = new ExecutionContextHost([request, reply], controller, method);
    try {
      const body = await method.apply(
        instance,
        args.map((read) => read(context)),
      );
      // It may have been answered meanwhile, because its time was up.
      if (!reply.sent) reply.status(status).headers(headers).send(body);
    } catch (error) {
      fail(error, request, reply);
    }
  };
  return (request: FastifyRequest, reply: FastifyReply): void => void run(request, reply);
}

function headersOf(method: object): Record<string, string> {
  const declared = (Reflect.getMetadata(HEADERS_METADATA, method) ?? []) as {
    name: string;
    value: string;
  }[];
  return Object.fromEntries(declared.map(({ name, value }) => [name, value]));
}

function argumentsOf(controller: Type, name: string): Argument[] {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    DeclaredArgument
  >;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype, name) as Type[];
  const args: Argument[] = [];
  for (const [key, argument] of Object.entries(declared))
    args[argument.index] = argumentOf(key, argument, types[argument.index]);
  return args;
}

function argumentOf(key: string, argument: DeclaredArgument, type: Type | undefined): Argument {
  const { data, factory, pipes = [] } = argument;
  if (key.includes(CUSTOM_ROUTE_ARGS_METADATA) && factory && pipes.length === 0)
    return (context) => factory(data, context);
  const kind = Number(key.split(':', 1)[0]);
  const read = READERS[kind];
  const isChecked = kind === RouteParamtypes.BODY && type !== Object;
  if (!read || isChecked) throw new Error('a direct route takes no such parameter');
  const transforms = pipes.map((pipe) => (typeof pipe === 'function' ? new pipe() : pipe));
  const metadata = { type: 'param' as const, ...(data !== undefined && { data }) };
  return (context) =>
    transforms.reduce<unknown>(
      (value, pipe) => pipe.transform(value, metadata),
      read(context.getArgByIndex<FastifyRequest>(0), data ?? ''),
    );
}

const READERS: Record<number, (request: FastifyRequest, name: string) => unknown> = {
  [RouteParamtypes.REQUEST]: (request) => request,
  [RouteParamtypes.BODY]: ({ body }) => body,
  [RouteParamtypes.PARAM]: ({ params }, name) => (params as Record<string, unknown>)[name],
  [RouteParamtypes.QUERY]: ({ query }, name) => (query as Record<string, unknown>)[name],
};
