import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Brands, brandStylesheet } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { HostedPageErrors } from '../layout/pages.errors.js';
import { versioned } from '../layout/versioned.js';

/** The colours and the logo of a partner: nothing of a person, so browsers may keep them. */
@ApiExcludeController()
@Public()
@Controller(':slug')
export class BrandController {
  constructor(private readonly brands: Brands) {}

  /** @throws hosted-page.not-found for a partner without a colour of its own */
  @Get('brand.css')
  stylesheet(
    @HostedPage() { partner, reply }: PageRequest,
    @Query('v') version: unknown,
  ): Buffer | string {
    const sheet = brandStylesheet(partner);
    if (!sheet) throw new DomainError(HostedPageErrors.notFound);
    const file = { body: sheet.css, type: 'text/css; charset=utf-8', version: sheet.version };
    return versioned(reply, file, version);
  }

  /** @throws hosted-page.not-found for a partner without one */
  @Get('logo')
  async logo(
    @HostedPage() { partner, reply }: PageRequest,
    @Query('v') version: unknown,
  ): Promise<Buffer | string> {
    const logo = partner.brand.logo && (await this.brands.findLogo(partner.id));
    if (!logo) throw new DomainError(HostedPageErrors.notFound);
    // Mail programs that run in a browser show it, too.
    void reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
    const file = { body: logo.bytes, type: logo.mediaType, version: logo.version };
    return versioned(reply, file, version);
  }
}
