import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Mailbox } from '../accounts/index.js';
import { Public } from '../platform/http/declarations.js';
import { mailPage } from './mail-page.js';
import { Sandbox } from './sandbox.js';

/** Only in the sandbox, which listens for this machine alone: caught mail, and the token of the demo's door. */
@ApiExcludeController()
@Public()
@Controller('sandbox')
export class SandboxController {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly sandbox: Sandbox,
  ) {}

  @Get('mail')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async mail(): Promise<string> {
    return mailPage(await this.mailbox.caught());
  }

  @Get('door/:slug')
  @Header('Cache-Control', 'no-store')
  door(@Param('slug') slug: string): { token: string | null } {
    return { token: this.sandbox.doorOf(slug) ?? null };
  }
}
