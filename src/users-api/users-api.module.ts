import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule, EndUserTokens } from '../accounts/index.js';
import { CustomersModule } from '../customers/index.js';
import { PartnerAuthModule, UsersApiTokens } from '../partner-auth/index.js';
import { PartnersModule } from '../partners/index.js';
import { VisitsModule } from '../visits/index.js';
import { AccountCallsController } from './account-calls.controller.js';
import { ClubVisitsController } from './club-visits.controller.js';
import { FilesController } from './files.controller.js';
import { TokenController } from './token.controller.js';
import { TokenGrants } from './token-grants.js';
import { UserObjects } from './user-objects.js';
import { UserSearch } from './user-search.js';
import { UsersController } from './users.controller.js';

/**
 * Purpose: the Perfect Gym-compatible `/Api`, with its terms. Owns: nothing.
 * Offers: nothing to other rooms. Depends on: accounts, customers, partners, partner-auth, visits.
 * Promises: every success is 200 with `elements`, every failure a list of errors; a client that pages by `timestamp`
 * misses nothing; every key is in every answer.
 */
@Module({
  imports: [AccountsModule, CustomersModule, PartnerAuthModule, PartnersModule, VisitsModule],
  controllers: [
    TokenController,
    AccountCallsController,
    UsersController,
    ClubVisitsController,
    FilesController,
  ],
  providers: [TokenGrants, UserObjects, UserSearch],
})
export class UsersApiModule implements OnModuleInit {
  constructor(
    private readonly tokens: UsersApiTokens,
    private readonly endUsers: EndUserTokens,
  ) {}

  /** The guard stands below the room that knows end users. */
  onModuleInit(): void {
    this.tokens.register((token) => this.endUsers.read(token));
  }
}
