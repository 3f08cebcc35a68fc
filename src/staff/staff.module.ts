import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { MailModule } from '../mail/index.js';
import { PartnerAuthModule } from '../partner-auth/index.js';
import { PartnersModule } from '../partners/index.js';
import { ForgottenPasswords } from './passwords/forgotten-passwords.js';
import { FactorMails } from './second-factors/factor-mails.js';
import { FactorChanges } from './second-factors/factor-changes.js';
import { PasskeyChallengesRepository } from './second-factors/passkey-challenges.repository.js';
import { PasskeyCeremonies } from './second-factors/passkey-ceremonies.js';
import { PasskeyLogIns } from './second-factors/passkey-log-ins.js';
import { Passkeys } from './second-factors/passkeys.js';
import { PasskeysRepository } from './second-factors/passkeys.repository.js';
import { LogInSteps } from './second-factors/log-in-steps.js';
import { PasswordAftermath } from './passwords/password-aftermath.js';
import { PasswordLinkMails } from './passwords/password-link-mails.js';
import { PasswordLinksRepository } from './passwords/password-links.repository.js';
import { SecondFactors } from './second-factors/second-factors.js';
import { SecondFactorsRepository } from './second-factors/second-factors.repository.js';
import { StaffAcceptance } from './members/staff-acceptance.js';
import { StaffAdminController } from './administration/staff-admin.controller.js';
import { InstallationStaffController } from './administration/installation-staff.controller.js';
import { OwnFactorsController } from './administration/own-factors.controller.js';
import { OwnAccountController } from './administration/own-account.controller.js';
import { SeatedCallers } from './administration/seated-callers.js';
import { OwnPasskeysController } from './administration/own-passkeys.controller.js';
import { OwnPlaceController } from './administration/own-place.controller.js';
import { PlaceChanges } from './sessions/place-changes.js';
import { StaffAlarms } from './log-in/staff-alarms.js';
import { StaffInvitations } from './members/staff-invitations.js';
import { StaffInvitationsRepository } from './members/staff-invitations.repository.js';
import { StaffLinks } from './members/staff-links.js';
import { StaffLogIns } from './log-in/staff-log-ins.js';
import { StaffMembers } from './members/staff-members.js';
import { StaffMembersRepository } from './members/staff-members.repository.js';
import { StaffPasswordResets } from './passwords/staff-password-resets.js';
import { StaffPasswords } from './passwords/staff-passwords.js';
import { StaffMailStyles } from './people/staff-mail-styles.js';
import { StaffPeopleRepository } from './people/staff-people.repository.js';
import { StaffPlaceCheck } from './members/staff-place-check.js';
import { IdentityProviderAdminController } from './administration/identity-provider-admin.controller.js';
import { GroupPlaces } from './single-sign-on/group-places.js';
import { ProvidedMembers } from './single-sign-on/provided-members.js';
import { ProviderCheck } from './single-sign-on/provider-check.js';
import { ProviderSecrets } from './single-sign-on/provider-secrets.js';
import { SignOnRecords } from './single-sign-on/sign-on-records.js';
import { IdentitiesRepository } from './single-sign-on/identities.repository.js';
import { IdentityProvidersRepository } from './single-sign-on/identity-providers.repository.js';
import { IdentityProviders } from './single-sign-on/identity-providers.js';
import { ProviderClients } from './single-sign-on/provider-clients.js';
import { ProviderPeople } from './single-sign-on/provider-people.js';
import { ProviderTests } from './single-sign-on/provider-tests.js';
import { SignOnTicketsRepository } from './single-sign-on/sign-on-tickets.repository.js';
import { SingleSignOn } from './single-sign-on/single-sign-on.js';
import { StaffSessionsAdminController } from './administration/staff-sessions-admin.controller.js';
import { StaffSessions } from './sessions/staff-sessions.js';
import { OwnFactors } from './sessions/own-factors.js';
import { OwnProfiles } from './sessions/own-profiles.js';
import { StaffSessionsRepository } from './sessions/staff-sessions.repository.js';
import { StaffWorkplaces } from './people/staff-workplaces.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';

keepInWipes('staff_identity_providers', 'staff_identities', 'staff_sign_ons');

const facades = [
  ForgottenPasswords,
  LogInSteps,
  OwnFactors,
  PasskeyCeremonies,
  PasskeyLogIns,
  Passkeys,
  PlaceChanges,
  SeatedCallers,
  SecondFactors,
  SingleSignOn,
  StaffAcceptance,
  StaffInvitations,
  StaffMembers,
  StaffLogIns,
  StaffSessions,
  StaffWorkplaces,
  StaffPasswordResets,
];

/**
 * Purpose: the people who work for a partner or the operator, and how they log in. Owns: staff_people, staff_memberships,
 * staff_invitations, staff_sessions, staff_second_factors, staff_recovery_codes, staff_passkeys, staff_passkey_challenges,
 * staff_password_requests, staff_password_links, staff_identity_providers, staff_identities, staff_sign_ons.
 * Offers: ForgottenPasswords, StaffPasswordResets, LogInSteps, OwnFactors, PasskeyCeremonies, PasskeyLogIns, Passkeys, PlaceChanges, SecondFactors, SingleSignOn, StaffAcceptance, StaffInvitations, StaffLogIns, StaffSessions, StaffWorkplaces. Depends on: accounts, mail,
 * partner-auth, partners.
 * Promises: a role is a set of scopes that keys have, too; an OWNER and an OPERATOR who have accepted are left; what changes a person's role
 * ends their sessions here at once, elsewhere within 5 s; a refused log-in does not show why.
 */
@Module({
  imports: [PartnersModule, PartnerAuthModule, MailModule, AccountsModule],
  controllers: [
    StaffAdminController,
    StaffSessionsAdminController,
    InstallationStaffController,
    OwnAccountController,
    OwnFactorsController,
    OwnPlaceController,
    IdentityProviderAdminController,
    OwnPasskeysController,
  ],
  providers: [
    ...facades,
    OwnProfiles,
    FactorChanges,
    FactorMails,
    PasskeyChallengesRepository,
    PasskeysRepository,
    GroupPlaces,
    IdentitiesRepository,
    IdentityProviders,
    IdentityProvidersRepository,
    PasswordAftermath,
    PasswordLinkMails,
    PasswordLinksRepository,
    ProvidedMembers,
    ProviderCheck,
    ProviderClients,
    ProviderPeople,
    ProviderSecrets,
    ProviderTests,
    SecondFactorsRepository,
    SignOnRecords,
    SignOnTicketsRepository,
    StaffAlarms,
    StaffInvitationsRepository,
    StaffLinks,
    StaffMembersRepository,
    StaffPasswords,
    StaffMailStyles,
    StaffPeopleRepository,
    StaffPlaceCheck,
    StaffSessionsRepository,
  ],
  exports: facades,
})
export class StaffModule {}
