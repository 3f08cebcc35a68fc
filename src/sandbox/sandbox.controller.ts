import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Mailbox } from '../accounts/index.js';
import { Public } from '../platform/http/declarations.js';
import { mailPage } from './mail-page.js';

/** Only in the sandbox: the mail that would have been sent. */
@ApiExcludeController()
@Public()
@Controller('sandbox')
export class SandboxController {
  constructor(private readonly mailbox: Mailbox) {}

  @Get('mail')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async mail(): Promise<string> {
    return mailPage(await this.mailbox.caught());
  }
}
