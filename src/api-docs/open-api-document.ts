import { setImmediate as nextTurn } from 'node:timers/promises';
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
import { addExamples } from './recorded-examples.js';
import { documentFor, type Audience } from './audiences.js';
import { withoutUnused } from './used-parts.js';
import { webhooksOf } from './webhooks.js';
import { describedWebhooks } from '../platform/http/described-webhooks.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The OpenAPI document, made from the code on the first request and kept as text. */
@Injectable()
export class OpenApiDocument {
  private whole: Promise<OpenAPIObject> | undefined;
  private readonly texts = new Map<string, Promise<string>>();

  constructor(
    private readonly modules: ModulesContainer,
    private readonly adapter: HttpAdapterHost,
    private readonly settings: Settings,
    private readonly routes: DeclaredRoutes,
    private readonly errors: ErrorExamples,
  ) {}

  /** @param audience undefined: all of it */
  json(audience?: Audience): Promise<string> {
    const name = audience ?? '';
    const known = this.texts.get(name) ?? this.textFor(audience);
    this.texts.set(name, known);
    return known;
  }

  private async textFor(audience: Audience | undefined): Promise<string> {
    const whole = await (this.whole ??= this.build());
    return JSON.stringify(audience === undefined ? whole : documentFor(whole, audience));
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
    for (const [path, item] of Object.entries(document.paths)) {
      // Doors go first: the event loop is given back after each path.
      await nextTurn();
      for (const [method, operation] of Object.entries(item) as [string, Operation][])
        completeOperation({ path, method, operation, route: routeOf(method, path) }, around);
    }
    document.components = {
      ...document.components,
      schemas: { ...document.components?.schemas, ...ERROR_SCHEMAS },
    };
    const whole = asOpenApi31({ ...document, webhooks: webhooksOf(describedWebhooks()) });
    await addExamples(whole);
    return withoutUnused(whole);
  }
}
