import { Controller, Head, HttpCode } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RequiresAny } from '../platform/http/declarations.js';

/** `HEAD` on any Open API path checks the credential and does nothing else (O-6). */
@ApiExcludeController()
@Controller('v1')
export class CredentialCheckController {
  @Head('*')
  @HttpCode(200)
  @RequiresAny('key-or-token')
  check(): void {}
}
