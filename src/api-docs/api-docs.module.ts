import { Module, type DynamicModule } from '@nestjs/common';
import { DocsPagesController } from './docs-pages.controller.js';
import { OpenApiController } from './open-api.controller.js';
import { OpenApiDocument } from './open-api-document.js';
import { SwaggerFiles } from './swagger-files.js';
import { ErrorExamples } from './error-examples.js';

/**
 * Purpose: documents how to call us: OpenAPI, its page, Wellhub's page, all errors. Owns: nothing.
 * Offers: nothing. Depends on: nothing.
 * Promises: made from the code on the first request; holds no secret and nothing of a tenant; works without network.
 */
@Module({})
export class ApiDocsModule {
  /** @param of how each surface renders a failure */
  static with(of: ErrorExamples['of']): DynamicModule {
    return {
      module: ApiDocsModule,
      controllers: [OpenApiController, DocsPagesController],
      providers: [OpenApiDocument, SwaggerFiles, { provide: ErrorExamples, useValue: { of } }],
    };
  }
}
