import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../platform/config/settings.js';
import { Public } from '../../platform/http/declarations.js';
import { HostedPages } from '../layout/hosted-pages.js';
import { kioskPage } from './kiosk-page.js';
import { renderPage } from '../layout/render-page.js';

/** The one page that may use the camera; every other one says that it never will. */
const CAMERA = 'camera=(self), geolocation=(), microphone=()';

/** A page that plays a turnstile. It holds no secret: whoever opens the door types the device's token into it. */
@ApiExcludeController()
@Public()
@Controller(':slug/kiosk')
export class KioskController {
  constructor(
    private readonly pages: HostedPages,
    private readonly settings: Settings,
  ) {}

  @Get()
  async page(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    void reply.header('Permissions-Policy', CAMERA);
    const demo = this.settings.sandbox ? `/sandbox/door/${context.partner.slug}` : undefined;
    return renderPage(reply, kioskPage(context, demo));
  }
}
