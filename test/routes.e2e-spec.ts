import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, PUBLIC } from '../src/platform/http/declarations.js';
import { golden } from './support/golden.js';
import { startApp, type TestApp } from './support/test-app.js';

interface Route {
  readonly address: string;
  /** Who may come; undefined when the route does not say. */
  readonly access: string | undefined;
}

type Handler = (...parameters: never[]) => unknown;

const paths = (target: object): string[] =>
  [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();

function accessOf(handler: Handler, controller: object): string | undefined {
  const said = (key: string) =>
    Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
  if (said(PUBLIC)) return 'public';
  const access = said(ACCESS) as Record<string, unknown> | undefined;
  return (
    access &&
    Object.entries(access)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ')
  );
}

function routesOf(controller: { prototype: object }): Route[] {
  const names = Object.getOwnPropertyNames(controller.prototype);
  return names.flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as Handler;
    const method = handler && Reflect.getMetadata(METHOD_METADATA, handler);
    if (method === undefined) return [];
    return paths(controller).flatMap((base) =>
      paths(handler).map((path) => ({
        address: `${RequestMethod[method]} ${`/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1')}`,
        access: accessOf(handler, controller),
      })),
    );
  });
}

describe('the routes', () => {
  let app: TestApp;
  let routes: Route[];

  beforeAll(async () => {
    app = await startApp();
    const modules = [...app.app.get(ModulesContainer).values()];
    const controllers = new Set(modules.flatMap((module) => [...module.controllers.values()]));
    routes = [...new Set([...controllers].map(({ metatype }) => metatype))]
      .flatMap((controller) => routesOf(controller as { prototype: object }))
      .sort((a, b) => byPath(a).localeCompare(byPath(b), 'en'));
  });
  afterAll(() => app.close());

  const byPath = ({ address }: Route) => address.split(' ').toReversed().join(' ');

  it('each say who may come', () => {
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('are those that were reviewed, with who may come to each', () => {
    const width = Math.max(...routes.map(({ address }) => address.length)) + 2;
    const table = routes
      .map(({ address, access }) => `${address.padEnd(width)}${access}\n`)
      .join('');
    expect(table).toBe(golden('test/golden/routes.txt', table));
  });

  it('let nobody in without a credential unless they say so', async () => {
    const guarded = routes.filter(({ access }) => access !== 'public');
    const answers = await Promise.all(
      guarded.map(async ({ address }) => {
        const [method = '', path = ''] = address.split(' ');
        const { status } = await app.api.call(method, path.replaceAll(/:\w+/g, '1'));
        return [address, status] as const;
      }),
    );
    expect(answers.filter(([, status]) => ![401, 403].includes(status))).toEqual([]);
  });
});
