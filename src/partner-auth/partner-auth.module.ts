import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { AccessTokens } from './access-tokens.js';
import { ApiKeysAdminController } from './api-keys-admin.controller.js';
import { ApiKeys } from './api-keys.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ConsoleCookie } from './console-cookie.js';
import { ConsoleSessionController } from './console-session.controller.js';
import { ConsoleSessionsRepository } from './console-sessions.repository.js';
import { ConsoleSessions } from './console-sessions.js';
import { CredentialCheckController } from './credential-check.controller.js';
import { CredentialsGuard } from './credentials.guard.js';
import { Credentials } from './credentials.js';
import { KeyScopeCheck } from './key-scope-check.js';
import { KnownKeys } from './known-keys.js';
import { OwnKeyController } from './own-key.controller.js';
import { TokensController } from './tokens.controller.js';
import { UsersApiTokens } from './users-api-tokens.js';

/**
 * Purpose: who may call us, and for what. Owns: api_keys, console_sessions.
 * Offers: ApiKeys, the global guard, Credentials, ConsoleSessions, UsersApiTokens. Depends on: partners.
 * Promises: deny by default; a revoked key is refused here at once, on other replicas within 5 s, and so are its
 * sessions.
 */
@Module({
  imports: [PartnersModule],
  controllers: [
    TokensController,
    ApiKeysAdminController,
    OwnKeyController,
    CredentialCheckController,
    ConsoleSessionController,
  ],
  providers: [
    AccessTokens,
    ApiKeys,
    ApiKeysRepository,
    ConsoleCookie,
    ConsoleSessions,
    ConsoleSessionsRepository,
    Credentials,
    KeyScopeCheck,
    KnownKeys,
    UsersApiTokens,
    CredentialsGuard,
  ],
  exports: [ApiKeys, ConsoleCookie, ConsoleSessions, Credentials, UsersApiTokens],
})
export class PartnerAuthModule {}
