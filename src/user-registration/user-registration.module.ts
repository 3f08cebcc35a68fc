import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { MailModule } from '../mail/index.js';
import { PartnersModule } from '../partners/index.js';
import { WellhubInboxModule } from '../wellhub-inbox/index.js';
import { AccountLinks } from './sign-up/account-links.js';
import { ClaimDecisions } from './claims/claim-decisions.js';
import { GpwLinks } from './user-status/gpw-links.js';
import { JoinMailComposer } from './sign-up/join-mail-composer.js';
import { JoinAccounts } from './sign-up/join-accounts.js';
import { JoinMails } from './sign-up/join-mails.js';
import { JoinStates } from './sign-up/join-states.js';
import { JoinTargets } from './sign-up/join-targets.js';
import { Joining } from './sign-up/joining.js';
import { ImmediateSignUp } from './sign-up/immediate-sign-up.js';
import { LinkRows } from './links/link-rows.repository.js';
import { LinkTokens } from './links/link-tokens.js';
import { EmailVerification } from './sign-up/email-verification.js';
import { MailedLinks } from './sign-up/mailed-links.js';
import { OpenLinks } from './links/open-links.js';
import { Prefills } from './links/prefills.js';
import { VerifiedSignUp } from './sign-up/verified-sign-up.js';
import { RegistrationLinksAdminController } from './registration-links/registration-links-admin.controller.js';
import { RegistrationLinks } from './registration-links/registration-links.js';
import { RegistrationsController } from './registration/registrations.controller.js';
import { RegistrationsRepository } from './registration/registrations.repository.js';
import { Registrations } from './registration/registrations.js';
import { ShownWellhubUsers } from './registration/shown-wellhub-users.js';
import { LinkSignUp } from './sign-up/link-sign-up.js';
import { UnknownStatuses } from './user-status/unknown-statuses.js';
import { UserStatusWorker } from './user-status/user-status.worker.js';
import { UserStatusesRepository } from './user-status/user-statuses.repository.js';
import { UserStatuses } from './user-status/user-statuses.js';
import { WellhubIdClaimsAdminController } from './claims/wellhub-id-claims-admin.controller.js';
import { WellhubIdClaimsRepository } from './claims/wellhub-id-claims.repository.js';
import { WellhubIdClaims } from './claims/wellhub-id-claims.js';
import { UserRegistrationPersonalData } from './registration/user-registration.personal-data.js';

const registering = [Registrations, RegistrationsRepository, UnknownStatuses];
const links = [GpwLinks, LinkRows, LinkTokens, OpenLinks, Prefills, RegistrationLinks];
const joins = [AccountLinks, JoinTargets, Joining, ImmediateSignUp, LinkSignUp];
const mailed = [
  JoinMailComposer,
  JoinAccounts,
  JoinMails,
  JoinStates,
  EmailVerification,
  MailedLinks,
  VerifiedSignUp,
];
const statuses = [UserStatuses, UserStatusesRepository, UserStatusWorker];
const claims = [WellhubIdClaims, ClaimDecisions, WellhubIdClaimsRepository];

/**
 * Purpose: how a Wellhub user becomes our customer, and stays one. Owns: wellhub_users, link_tokens, wellhub_id_claims.
 * Offers: Joining, WellhubIdClaims, ClaimDecisions.
 * Depends on: accounts, customers, event-webhooks, mail, partners, wellhub, wellhub-inbox.
 * Promises: a registration is answered also while storage is slow or down (W-18); a link token works once, on any
 * replica (W-14); no person is linked by a typed e-mail alone; nothing personal outlives its link (W-15); of two facts
 * about a user's status the later one counts, in whatever order they arrive (W-23, W-24).
 */
@Module({
  imports: [
    PartnersModule,
    EventWebhooksModule,
    CustomersModule,
    MailModule,
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
    UserRegistrationPersonalData,
  ],
  exports: [Joining, WellhubIdClaims, ClaimDecisions],
})
export class UserRegistrationModule {}
