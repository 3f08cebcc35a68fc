import { ApplicationConfig, type HttpAdapterHost, type ModulesContainer } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import type { Access } from '../platform/http/declarations.js';
import type { DeclaredRoute } from '../platform/http/declared-routes.js';

/** The part of an application that the OpenAPI scanner reads. The whole application cannot be injected. */
export const scannable = (modules: ModulesContainer, { httpAdapter }: HttpAdapterHost) =>
  ({
    config: new ApplicationConfig(),
    container: { getModules: () => modules, isGlobalModule: () => false },
    getHttpAdapter: () => httpAdapter,
  }) as unknown as INestApplication;

/** Who may call the route with this operation id; `public`, or what it requires. */
export type AccessOf = (operationId: string) => Access | 'public' | undefined;

export const operationId = (controller: string, handler: string) =>
  `${controller.replace(/Controller$/, '')}_${handler}`;

/** Finds who may call each route, by operation id. */
export function accesses(routes: readonly DeclaredRoute[]): AccessOf {
  const found = new Map(
    routes.map(({ controller, name, access }) => [operationId(controller.name, name), access]),
  );
  // A handler of several paths has an operation for each: `FilesAdmin_put[2]`.
  return (id) => found.get(id.replace(/\[\d+\]$/, ''));
}
