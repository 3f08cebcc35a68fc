import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Settings } from '../platform/config/settings.js';
import { errorCatalogue } from '../platform/errors/domain-error.js';
import { Public } from '../platform/http/declarations.js';
import { DOCS_STYLE } from './docs-style.js';
import { errorsPage } from './errors-page.js';
import { ErrorExamples } from './error-examples.js';
import { wellhubPage } from './wellhub-page.js';

/** Pages to read. They hold nothing of a tenant, so each is drawn once. */
@ApiExcludeController()
@Public()
@Controller('docs')
export class DocsPagesController {
  private readonly drawn = new Map<string, string>();

  constructor(
    private readonly settings: Settings,
    private readonly words: ErrorExamples,
  ) {}

  /** What a partner sends to Wellhub. */
  @Get('wellhub')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  wellhub(): string {
    return this.once('wellhub', () => wellhubPage(this.settings.wellhubPublicUrl));
  }

  @Get('errors')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  errors(): string {
    return this.once('errors', () => errorsPage(errorCatalogue(), this.words.of));
  }

  @Get('docs.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  style(): string {
    return DOCS_STYLE;
  }

  private once(name: string, draw: () => VNode): string {
    const known = this.drawn.get(name) ?? `<!doctype html>${renderToString(draw())}`;
    this.drawn.set(name, known);
    return known;
  }
}
