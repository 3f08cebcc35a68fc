import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { Settings } from '../platform/config/settings.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { Public } from '../platform/http/declarations.js';
import { isAudience, type Audience } from './audiences.js';
import { apiPage } from './api-page.js';
import { START_SCRIPT } from './start-script.js';
import { OpenApiDocument } from './open-api-document.js';
import { SwaggerFiles } from './swagger-files.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
/**
 * For the page with Swagger UI only: it draws icons from data: URLs and writes HTML, which the pages' own policy forbids.
 * Script and style come from our files alone, and so does whatever it loads.
 */
const SWAGGER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join(';');

/** The OpenAPI document and a page to read and try it. */
@ApiExcludeController()
@Public()
@Controller('docs')
export class OpenApiController {
  constructor(
    private readonly document: OpenApiDocument,
    private readonly files: SwaggerFiles,
    private readonly settings: Settings,
  ) {}

  @Get(['', 'api'])
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', SWAGGER_POLICY)
  @Header('Cache-Control', 'no-cache')
  page(): string {
    return this.pageFor(undefined);
  }

  @Get('api/:audience')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', SWAGGER_POLICY)
  @Header('Cache-Control', 'no-cache')
  pageOfAudience(@Param('audience') name: string): string {
    return this.pageFor(audienceNamed(name));
  }

  @Get('openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  json(): Promise<string> {
    return this.document.json();
  }

  @Get('openapi/:file')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  jsonOfAudience(@Param('file') file: string): Promise<string> {
    return this.document.json(audienceNamed(file.replace(/\.json$/, '')));
  }

  @Get('start.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  start(): string {
    return START_SCRIPT;
  }

  @Get('ui/:version/:name')
  async file(
    @Param('version') version: string,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = version === this.files.version ? await this.files.read(name) : undefined;
    if (!file) throw new DomainError(RequestErrors.notFound);
    void reply.type(file.type).header('Cache-Control', FOR_EVER).send(file.body);
  }

  private pageFor(audience: Audience | undefined): string {
    const { version } = this.files;
    const page = apiPage({ version, audience, mayTry: this.settings.sandbox });
    return `<!doctype html>${renderToString(page)}`;
  }
}

/** @throws request.not-found */
function audienceNamed(name: string): Audience {
  if (!isAudience(name)) throw new DomainError(RequestErrors.notFound);
  return name;
}
