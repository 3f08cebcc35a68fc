import { Controller, Get, Header, Param, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Mailbox } from '../../mail/index.js';
import { Settings } from '../../platform/config/settings.js';
import { Public } from '../../platform/http/declarations.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { sandboxHomePage } from './home-page.js';
import { LocalOnly } from './local-only.guard.js';
import { mailPage } from './mail-page.js';
import { sandboxCredentials, sandboxPages } from '../seed/sandbox-pages.js';
import { Sandbox } from '../seed/sandbox.js';

/** Only in the sandbox, and for this machine alone: where everything is, caught mail, and the token of the demo's door. */
@ApiExcludeController()
@Public()
@UseGuards(LocalOnly)
@Controller()
export class SandboxController {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly sandbox: Sandbox,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async home(): Promise<string> {
    const report = await this.sandbox.current();
    if (!report) throw new DomainError(RequestErrors.notFound);
    return sandboxHomePage(
      sandboxPages(this.settings, report),
      sandboxCredentials(this.settings, report),
    );
  }

  @Get('sandbox/mail')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async mail(): Promise<string> {
    return mailPage(await this.mailbox.caught());
  }

  @Get('sandbox/door/:slug')
  @Header('Cache-Control', 'no-store')
  door(@Param('slug') slug: string): { token: string | null } {
    return { token: this.sandbox.doorTokenOf(slug) ?? null };
  }
}
