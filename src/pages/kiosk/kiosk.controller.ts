import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Settings } from '../../platform/config/settings.js';
import { Public } from '../../platform/http/declarations.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { kioskPage } from './kiosk-page.js';

/** Only this page may use the camera; every other one forbids it. */
const CAMERA = 'camera=(self), geolocation=(), microphone=()';

/** A page that acts as a turnstile. It holds no secret: staff enter the token of the device in the browser. */
@ApiExcludeController()
@Public()
@Controller(':slug/kiosk')
export class KioskController {
  constructor(private readonly settings: Settings) {}

  @Get()
  page(@HostedPage() page: PageRequest): string {
    const { context, reply } = page;
    void reply.header('Permissions-Policy', CAMERA);
    const demo = this.settings.sandbox ? `/sandbox/door/${context.partner.slug}` : undefined;
    return page.render(kioskPage(context, demo));
  }
}
