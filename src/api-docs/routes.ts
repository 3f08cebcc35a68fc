import { ApplicationConfig, type HttpAdapterHost, type ModulesContainer } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import { ACCESS, PUBLIC, type Access } from '../platform/http/declarations.js';

/** What the OpenAPI scanner reads of an application. It asks for the whole, which nothing can be injected with. */
export const scannable = (modules: ModulesContainer, { httpAdapter }: HttpAdapterHost) =>
  ({
    config: new ApplicationConfig(),
    container: { getModules: () => modules, isGlobalModule: () => false },
    getHttpAdapter: () => httpAdapter,
  }) as unknown as INestApplication;

type Handlers = Record<string, object | undefined>;

/** Who may call the route with this operation id; `public`, or what it requires. */
export type AccessOf = (operationId: string) => Access | 'public' | undefined;

export const operationId = (controller: string, handler: string) =>
  `${controller.replace(/Controller$/, '')}_${handler}`;

/** Looks up who may come to each route, by operation id. */
export function accesses(modules: ModulesContainer): AccessOf {
  const found = new Map<string, Access | 'public' | undefined>();
  for (const module of modules.values())
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Handlers;
      for (const name of methodsOf(prototype)) {
        const handler = prototype[name];
        if (typeof handler === 'function')
          found.set(operationId(metatype.name, name), accessTo(handler, metatype));
      }
    }
  // A handler of several paths has an operation for each: `FilesAdmin_put[2]`.
  return (id) => found.get(id.replace(/\[\d+\]$/, ''));
}

/** Also those of the classes above. */
function methodsOf(prototype: object): string[] {
  const above = Object.getPrototypeOf(prototype) as object | null;
  const names = Object.getOwnPropertyNames(prototype);
  return above === null || above === Object.prototype ? names : [...names, ...methodsOf(above)];
}

function accessTo(handler: object, controller: object): Access | 'public' | undefined {
  const said = (key: string): unknown =>
    Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
  return said(PUBLIC) ? 'public' : (said(ACCESS) as Access | undefined);
}
