import type { INestApplication } from '@nestjs/common';
import { describedWebhooks } from '../platform/http/described-webhooks.js';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const VERSION = '1';
const ABOUT = `The software a gym runs to be a Wellhub partner.

Times are ISO 8601 UTC. Lists take \`limit\` and \`cursor\` and answer \`{items, nextCursor}\`.
All errors: [/docs/errors](/docs/errors). What Wellhub calls: [/docs/wellhub](/docs/wellhub).`;

/** What Swagger finds out by itself. Imported late: its code is loaded for the first request that wants the document. */
export const scanRoutes = (app: INestApplication, publicUrl: string): OpenAPIObject =>
  SwaggerModule.createDocument(app, frame(publicUrl), {
    autoTagControllers: false,
    extraModels: describedWebhooks().flatMap(({ models }) => [...models]),
  });

const frame = (publicUrl: string): Omit<OpenAPIObject, 'paths'> =>
  new DocumentBuilder()
    .setTitle('Gatehouse')
    .setDescription(ABOUT)
    .setVersion(VERSION)
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer(publicUrl)
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, 'X-Api-Key')
    .addBearerAuth({ type: 'http', description: 'from POST /admin/v1/token' }, 'bearer')
    .addBearerAuth({ type: 'http', description: 'the token of a device' }, 'deviceToken')
    .build();
