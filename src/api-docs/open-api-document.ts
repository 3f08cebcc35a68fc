import { Injectable } from '@nestjs/common';
import { HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Settings } from '../platform/config/settings.js';
import { DeclaredRoutes } from '../platform/http/declared-routes.js';
import { completeOperation } from './complete-operation.js';
import { accesses, operationId, scannable } from './routes.js';
import { ERROR_SCHEMAS } from './error-schemas.js';
import { chaptersOf } from './tags.js';

const VERSION = '1';
const ABOUT = `The software a gym runs to be a Wellhub partner.

Times are ISO 8601 UTC. Lists take \`limit\` and \`cursor\` and answer \`{items, nextCursor}\`.
All errors: [/docs/errors](/docs/errors). What Wellhub calls: [/docs/wellhub](/docs/wellhub).`;

/** The OpenAPI document, made from the code on the first request and kept as text. */
@Injectable()
export class OpenApiDocument {
  private text: string | undefined;

  constructor(
    private readonly modules: ModulesContainer,
    private readonly adapter: HttpAdapterHost,
    private readonly settings: Settings,
    private readonly routes: DeclaredRoutes,
  ) {}

  json(): string {
    return (this.text ??= JSON.stringify(this.build()));
  }

  private build(): OpenAPIObject {
    const app = scannable(this.modules, this.adapter);
    const document = SwaggerModule.createDocument(app, this.frame(), {
      operationIdFactory: operationId,
      autoTagControllers: false,
    });
    const accessOf = accesses(this.routes.all);
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item))
        completeOperation({ path, method, operation, access: accessOf(operation.operationId) });
    document.tags = chaptersOf(document);
    document.components = {
      ...document.components,
      schemas: { ...document.components?.schemas, ...ERROR_SCHEMAS },
    };
    return document;
  }

  private frame(): Omit<OpenAPIObject, 'paths'> {
    return new DocumentBuilder()
      .setTitle('Gatehouse')
      .setDescription(ABOUT)
      .setVersion(VERSION)
      .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
      .addServer(this.settings.publicUrl)
      .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, 'X-Api-Key')
      .addBearerAuth({ type: 'http', description: 'from POST /admin/v1/token' }, 'bearer')
      .build();
  }
}
