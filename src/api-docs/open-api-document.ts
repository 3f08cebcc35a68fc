import { Injectable } from '@nestjs/common';
import { HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Settings } from '../platform/config/settings.js';
import { DeclaredRoutes } from '../platform/http/declared-routes.js';
import type { ErrorSpec } from '../platform/errors/domain-error.js';
import { limitAt } from '../platform/http/request-limits.js';
import { ErrorExamples } from './error-examples.js';
import { completeOperation } from './complete-operation.js';
import { asOpenApi31 } from './json-schema.js';
import { routeFinder, scannable } from './routes.js';
import { ERROR_SCHEMAS } from './error-schemas.js';
import { chaptersOf } from './tags.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The OpenAPI document, made from the code on the first request and kept as text. */
@Injectable()
export class OpenApiDocument {
  private text: Promise<string> | undefined;

  constructor(
    private readonly modules: ModulesContainer,
    private readonly adapter: HttpAdapterHost,
    private readonly settings: Settings,
    private readonly routes: DeclaredRoutes,
    private readonly errors: ErrorExamples,
  ) {}

  json(): Promise<string> {
    return (this.text ??= this.build().then((document) => JSON.stringify(document)));
  }

  private async build(): Promise<OpenAPIObject> {
    const { scanRoutes } = await import('./scan-routes.js');
    const app = scannable(this.modules, this.adapter);
    const document = scanRoutes(app, this.settings.publicUrl);
    const routeOf = routeFinder(this.routes.all);
    const around = {
      examples: (spec: ErrorSpec) => this.errors.of(spec),
      limitAt: (path: string) => limitAt(path, this.settings),
    };
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item) as [string, Operation][])
        completeOperation({ path, method, operation, route: routeOf(method, path) }, around);
    document.tags = chaptersOf(document);
    document.components = {
      ...document.components,
      schemas: { ...document.components?.schemas, ...ERROR_SCHEMAS },
    };
    return asOpenApi31(document);
  }
}
