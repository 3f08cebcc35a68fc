import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { WellhubInboxModule } from '../wellhub-inbox/index.js';
import { AccountLinks } from './account-links.js';
import { ClaimDecisions } from './claim-decisions.js';
import { GpwLinks } from './gpw-links.js';
import { JoinLetters } from './join-letters.js';
import { JoinMails } from './join-mails.js';
import { JoinStates } from './join-states.js';
import { JoinTargets } from './join-targets.js';
import { Joining } from './joining.js';
import { JoinsAtOnce } from './joins-at-once.js';
import { LinkRows } from './link-rows.repository.js';
import { LinkTokens } from './link-tokens.js';
import { MailedJoins } from './mailed-joins.js';
import { MailedLinks } from './mailed-links.js';
import { OpenLinks } from './open-links.js';
import { Prefills } from './prefills.js';
import { ProvenJoins } from './proven-joins.js';
import { RegistrationLinksAdminController } from './registration-links-admin.controller.js';
import { RegistrationLinks } from './registration-links.js';
import { RegistrationsController } from './registrations.controller.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { Registrations } from './registrations.js';
import { ShownWellhubUsers } from './shown-wellhub-users.js';
import { SignUps } from './sign-ups.js';
import { UnknownStatuses } from './unknown-statuses.js';
import { UserStatusWorker } from './user-status-worker.js';
import { UserStatusesRepository } from './user-statuses.repository.js';
import { UserStatuses } from './user-statuses.js';
import { WellhubIdClaimsAdminController } from './wellhub-id-claims-admin.controller.js';
import { WellhubIdClaimsRepository } from './wellhub-id-claims.repository.js';
import { WellhubIdClaims } from './wellhub-id-claims.js';
import { WellhubUsersHolder } from './wellhub-users-holder.js';

const registering = [Registrations, RegistrationsRepository, UnknownStatuses];
const links = [GpwLinks, LinkRows, LinkTokens, OpenLinks, Prefills, RegistrationLinks];
const joins = [AccountLinks, JoinTargets, Joining, JoinsAtOnce, SignUps];
const mailed = [JoinLetters, JoinMails, JoinStates, MailedJoins, MailedLinks, ProvenJoins];
const statuses = [UserStatuses, UserStatusesRepository, UserStatusWorker];
const claims = [WellhubIdClaims, ClaimDecisions, WellhubIdClaimsRepository];

/**
 * Purpose: how a Wellhub user becomes our customer, and stays one. Owns: wellhub_users, link_tokens, wellhub_id_claims.
 * Offers: Joining, WellhubIdClaims, ClaimDecisions.
 * Depends on: accounts, customers, event-webhooks, partners, wellhub-inbox.
 * Promises: a registration is answered also while storage is slow or down (W-18); a link token works once, on
 * any replica (W-14); nobody is joined by a typed e-mail alone; nothing personal outlives its link (W-15);
 * of two facts about a user's status the later one counts, in whatever order they arrive (W-23, W-24).
 */
@Module({
  imports: [
    PartnersModule,
    EventWebhooksModule,
    CustomersModule,
    AccountsModule,
    WellhubInboxModule,
  ],
  controllers: [
    RegistrationsController,
    RegistrationLinksAdminController,
    WellhubIdClaimsAdminController,
  ],
  providers: [
    ...registering,
    ...links,
    ...joins,
    ...mailed,
    ...claims,
    ...statuses,
    ShownWellhubUsers,
    WellhubUsersHolder,
  ],
  exports: [Joining, WellhubIdClaims, ClaimDecisions],
})
export class UserRegistrationModule {}
