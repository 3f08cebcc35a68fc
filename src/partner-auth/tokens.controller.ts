import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError } from '../platform/errors/domain-error.js';
import { Direct } from '../platform/http/direct-routes.js';
import { CallerOf, RequiresAny, Requires, type Caller } from '../platform/http/declarations.js';
import { Repeatable } from '../platform/http/shown-once.js';
import { AccessTokens } from './access-tokens.js';
import { TokenDto } from './dto/token.dto.js';
import { AuthErrors } from './partner-auth.errors.js';

/** Exchanges an API key for an hour's token: one kind for Wellhub, one for all other callers. */
@ApiTags('Tokens')
@Controller()
export class TokensController {
  constructor(private readonly tokens: AccessTokens) {}

  /** Wellhub, phase one of the registration (W-1 to W-4). */
  @Direct()
  @Get('wellhub/token')
  @Header('Cache-Control', 'no-store')
  @Requires('WELLHUB_REGISTRATION', 'key')
  registration(@CallerOf() caller: Caller): TokenDto {
    return TokenDto.from(this.tokens.issue('wellhub-registration', caller.keyId));
  }

  /** A token with the key's scopes and gym, for `/admin/v1`, `/v1` and `/Api`. */
  @Post('admin/v1/token')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Repeatable()
  @RequiresAny('key')
  admin(@CallerOf() caller: Caller): TokenDto {
    if (caller.scopes.every((scope) => scope === 'WELLHUB_REGISTRATION'))
      throw new DomainError(AuthErrors.tokenForbidden);
    return TokenDto.from(this.tokens.issue('admin', caller.keyId));
  }
}
