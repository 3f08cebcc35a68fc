import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError } from '../platform/errors/domain-error.js';
import { Direct } from '../platform/http/direct-routes.js';
import { CallerOf, RequiresAny, Requires, type Caller } from '../platform/http/declarations.js';
import { Operation } from '../platform/http/operation.js';
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
  @Operation('wellhub.tokens.get', {
    summary: 'Exchange the key of Wellhub for an access token',
    description: 'The token opens the registration of users for an hour, and nothing else.',
    answer: TokenDto,
  })
  @Direct()
  @Get('wellhub/token')
  @Header('Cache-Control', 'no-store')
  @Requires('WELLHUB_REGISTRATION', 'key', 'live')
  registration(@CallerOf() caller: Caller): TokenDto {
    return this.ofWellhub(caller);
  }

  /** The same for Wellhub's test registrations: with a key of the test environment, and no other. */
  @Operation('wellhub.testTokens.get', {
    summary: 'Exchange the key of Wellhub for an access token, for tests',
    description: 'Only for a key of a test environment; its token registers users there.',
    answer: TokenDto,
  })
  @Direct()
  @Get('wellhub/test/token')
  @Header('Cache-Control', 'no-store')
  @Requires('WELLHUB_REGISTRATION', 'key', 'test')
  testRegistration(@CallerOf() caller: Caller): TokenDto {
    return this.ofWellhub(caller);
  }

  /** A token with the key's scopes and gym, for `/admin/v1`, `/v1` and `/Api`. */
  @Operation('tokens.create', {
    summary: 'Exchange an API key for an access token',
    description: `The token has the scopes, the gym and the environment of the key, and ends with it or after an hour. Send the key in \`X-Api-Key\`; a token makes no other token.`,
    answer: TokenDto,
    errors: [AuthErrors.tokenForbidden],
  })
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

  private ofWellhub({ keyId }: Caller): TokenDto {
    return TokenDto.from(this.tokens.issue('wellhub-registration', keyId));
  }
}
