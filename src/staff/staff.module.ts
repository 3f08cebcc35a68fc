import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { MailModule } from '../mail/index.js';
import { PartnerAuthModule } from '../partner-auth/index.js';
import { PartnersModule } from '../partners/index.js';
import { ForgottenPasswords } from './forgotten-passwords.js';
import { LogInSteps } from './log-in-steps.js';
import { PasswordAftermath } from './password-aftermath.js';
import { PasswordLinkMails } from './password-link-mails.js';
import { PasswordLinksRepository } from './password-links.repository.js';
import { SecondFactors } from './second-factors.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { StaffAcceptance } from './staff-acceptance.js';
import { StaffAdminController } from './staff-admin.controller.js';
import { StaffAlarms } from './staff-alarms.js';
import { StaffInvitations } from './staff-invitations.js';
import { StaffInvitationsRepository } from './staff-invitations.repository.js';
import { StaffLinks } from './staff-links.js';
import { StaffLogIns } from './staff-log-ins.js';
import { StaffMembers } from './staff-members.js';
import { StaffMembersRepository } from './staff-members.repository.js';
import { StaffPasswordResets } from './staff-password-resets.js';
import { StaffPasswords } from './staff-passwords.js';
import { StaffPeopleRepository } from './staff-people.repository.js';
import { StaffPlaceCheck } from './staff-place-check.js';
import { StaffSessionsAdminController } from './staff-sessions-admin.controller.js';
import { StaffSessions } from './staff-sessions.js';
import { StaffSessionsRepository } from './staff-sessions.repository.js';
import { StaffWorkplaces } from './staff-workplaces.js';

const facades = [
  ForgottenPasswords,
  LogInSteps,
  SecondFactors,
  StaffAcceptance,
  StaffInvitations,
  StaffLogIns,
  StaffSessions,
  StaffWorkplaces,
  StaffPasswordResets,
];

/**
 * Purpose: the people who work for a partner, and how they log in. Owns: staff_people, staff_memberships,
 * staff_invitations, staff_sessions, staff_second_factors, staff_recovery_codes,
 * staff_password_requests, staff_password_links.
 * Offers: ForgottenPasswords, StaffPasswordResets, LogInSteps, SecondFactors, StaffAcceptance, StaffInvitations, StaffLogIns, StaffSessions, StaffWorkplaces. Depends on: accounts, mail,
 * partner-auth, partners.
 * Promises: a role is a set of scopes that keys have, too; an OWNER who has accepted is left; what changes a person's role
 * ends their sessions here at once, elsewhere within 5 s; a refused log-in does not show why.
 */
@Module({
  imports: [PartnersModule, PartnerAuthModule, MailModule, AccountsModule],
  controllers: [StaffAdminController, StaffSessionsAdminController],
  providers: [
    ...facades,
    PasswordAftermath,
    PasswordLinkMails,
    PasswordLinksRepository,
    SecondFactorsRepository,
    StaffAlarms,
    StaffInvitationsRepository,
    StaffLinks,
    StaffMembers,
    StaffMembersRepository,
    StaffPasswords,
    StaffPeopleRepository,
    StaffPlaceCheck,
    StaffSessionsRepository,
  ],
  exports: facades,
})
export class StaffModule {}
