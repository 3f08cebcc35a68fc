import { ApplicationConfig, type HttpAdapterHost, type ModulesContainer } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import type { DeclaredRoute } from '../platform/http/declared-routes.js';

/** The part of an application that the OpenAPI scanner reads. The whole application cannot be injected. */
export const scannable = (modules: ModulesContainer, { httpAdapter }: HttpAdapterHost) =>
  ({
    config: new ApplicationConfig(),
    container: { getModules: () => modules, isGlobalModule: () => false },
    getHttpAdapter: () => httpAdapter,
  }) as unknown as INestApplication;

/** The route of an operation, by the document's spelling of its verb and path. */
export type FindRoute = (method: string, path: string) => DeclaredRoute;

export function routeFinder(routes: readonly DeclaredRoute[]): FindRoute {
  const found = new Map(routes.map((route) => [spelled(route.address), route]));
  return (method, path) => {
    const address = `${method.toUpperCase()} ${path}`;
    const route = found.get(address);
    if (!route) throw new Error(`${address} is documented and not served`);
    return route;
  };
}

/** `GET /v1/devices/:id` as `GET /v1/devices/{id}` */
const spelled = (address: string) => address.replaceAll(/:(\w+)/g, '{$1}');
