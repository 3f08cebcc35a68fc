import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';

/** A method of a controller, inherited ones included, at one of the addresses that it serves. */
export interface RouteHandler {
  /** `GET /v1/customers/:customerId/access-code` */
  readonly address: string;
  readonly controller: Type;
  readonly instance: object;
  readonly name: string;
  readonly method: (...args: unknown[]) => unknown;
}

const scanner = new MetadataScanner();

/** Every handler of the application, once per address. */
export function* handlersIn(modules: ModulesContainer): Generator<RouteHandler> {
  for (const { controllers } of modules.values())
    for (const { instance, metatype } of controllers.values())
      for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object))
        yield* addressesOf(metatype as Type, instance as object, name);
}

function* addressesOf(controller: Type, instance: object, name: string): Generator<RouteHandler> {
  const method = (instance as Record<string, RouteHandler['method']>)[name];
  if (!method || !Reflect.hasMetadata(METHOD_METADATA, method)) return;
  const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod];
  for (const base of pathsOf(controller))
    for (const path of pathsOf(method)) {
      const parts = `${base}/${path}`.split('/').filter((part) => part !== '');
      yield { address: `${verb} /${parts.join('/')}`, controller, instance, name, method };
    }
}

const pathsOf = (target: object): string[] =>
  [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
