import { Module } from '@nestjs/common';
import { CheckInValidationModule } from '../check-in-validation/index.js';
import { CustomersModule } from '../customers/index.js';
import { PartnerAuthModule } from '../partner-auth/index.js';
import { PartnersModule } from '../partners/index.js';
import { UserRegistrationModule } from '../user-registration/index.js';
import { StaffModule } from '../staff/index.js';
import { ObservationController } from './operator/observation.controller.js';
import { OperatorController } from './operator/operator.controller.js';
import { OperatorStaffController, PartnerStaffController } from './staff/staff.controllers.js';
import { AccountController } from './account/account.controller.js';
import { ClaimsController } from './claims/claims.controller.js';
import { CheckInScreensController } from './check-ins/check-ins.controller.js';
import { ReconciliationScreensController } from './reconciliation/reconciliation-screens.controller.js';
import { BookingScreensController } from './bookings/bookings.controller.js';
import { SeatsController } from './bookings/seats.controller.js';
import { InsideScreensController } from './inside/inside.controller.js';
import { MissingWebhooksScreensController } from './missing-webhooks/missing-webhooks.controller.js';
import { UsageScreensController } from './usage/usage.controller.js';
import { MoneyController } from './money/money.controller.js';
import { DeskController } from './desk/desk.controller.js';
import { ConsoleHomeController } from './frame/home.controller.js';
import { ConsolePages } from './frame/screens.js';
import { DeliveriesController } from './developers/deliveries.controller.js';
import { EventsController } from './developers/events.controller.js';
import { KeysController } from './api-keys/keys.controller.js';
import { SubscriptionController } from './developers/subscription.controller.js';
import { SubscriptionsController } from './developers/subscriptions.controller.js';
import { WellhubWebhooksController } from './wellhub-webhooks/wellhub-webhooks.controller.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { TodayController } from './today/today.controller.js';
import { EditMemberController } from './members/edit.controller.js';
import { MembersController } from './members/members.controller.js';
import { MergeMembersController } from './members/merge.controller.js';
import { NewMemberController } from './members/new.controller.js';
import { ContractScreensController } from './contracts/contracts.controller.js';
import { MemberFilesController } from './files/member-files.controller.js';
import { PassesScreensController } from './passes/passes.controller.js';
import { ProfileController } from './members/profile.controller.js';
import { ProfileReads } from './members/profile-reads.js';
import { TimelineRecordController } from './timeline/record.controller.js';
import { DeskAccess } from './log-in/desk-access.js';
import { DeskSession } from './desk/desk-session.js';
import { DeskScreens } from './desk/desk-screens.js';
import { BrandSettingsController } from './brand/brand-settings.controller.js';
import { GymSettingsController } from './gyms/gyms.controller.js';
import { MailSettingsController } from './mails/mails.controller.js';
import { PartnerSettingsController } from './settings/partner-settings.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { CatalogueScreensController } from './catalogue/catalogue.controller.js';
import { GoLiveScreensController } from './go-live/go-live.controller.js';
import { WellhubSetupController } from './wellhub/setup.controller.js';
import { WellhubSettingsController } from './wellhub/wellhub-settings.controller.js';
import { InvitationController } from './invitation/invitation.controller.js';
import { DoorDecisionsController } from './door-decisions/decisions.controller.js';
import { ControlIdScreensController } from './control-id/control-id.controller.js';
import { DoorsController } from './doors/doors.controller.js';
import { AccessRulesScreensController } from './access-rules/rules.controller.js';
import { LinkController } from './link/link.controller.js';
import { MergeTargets } from './link/merge-targets.js';
import { DeskLogInController } from './log-in/desk-log-in.controller.js';
import { DeskLogIns } from './log-in/desk-log-ins.js';
import { ForgottenPasswordController } from './password/forgotten-password.controller.js';
import { NewPasswordController } from './password/new-password.controller.js';
import { ConfirmController } from './second-factor/confirm.controller.js';
import { Enrolments } from './second-factor/enrolments.js';
import { OwnFactorsScreens } from './own-factors/own-factors.controller.js';
import { OwnPasskeysScreens } from './own-factors/own-passkeys.controller.js';
import { FactorProofs } from './second-factor/factor-proofs.js';
import { PasskeysController } from './second-factor/passkeys.controller.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { StaffAccess } from './log-in/staff-access.js';
import {
  AlertMailsController,
  InstallationAlertMailsController,
} from './alerts/alert-mails.controller.js';
import { AlertsController, InstallationAlertsScreens } from './alerts/alerts.controller.js';
import { AuditLogController, InstallationAuditScreens } from './audit-log/audit-log.controller.js';
import { IdentityProviderController } from './identity-provider/provider.controller.js';
import { ConfirmAtProviderController } from './single-sign-on/confirm-at-provider.controller.js';
import { ProviderPlaces } from './single-sign-on/provider-places.js';
import { SignOnCookie } from './single-sign-on/sign-on-cookie.js';
import { SignOnReturnController } from './single-sign-on/sign-on-return.controller.js';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller.js';
import { StaffLogInController } from './log-in/staff-log-in.controller.js';
import { ValidationController } from './desk/desk-validation.controller.js';

/**
 * Purpose: what staff see in a browser: the screens of the console, and the front desk. It is not part of pages, because those
 * belong to members: members log in with an account at one partner's address, staff with an e-mail of the deployment or an API
 * key. Owns: nothing. Offers: nothing. Depends on: pages (how to render), partner-auth, partners, staff, alert-notifications,
 * member-history (the kinds of entries); for the front desk accounts, check-in-validation, customers, user-registration, wellhub.
 * Promises: a screen calls the administration API, so it decides nothing that the API would not (ADR 0027); works without
 * script for reading; no person's name in a URL.
 */
@Module({
  imports: [
    PartnersModule,
    PartnerAuthModule,
    CustomersModule,
    CheckInValidationModule,
    UserRegistrationModule,
    StaffModule,
  ],
  controllers: [
    ConsoleHomeController,
    TodayController,
    StatisticsController,
    MembersController,
    NewMemberController,
    ContractScreensController,
    MemberFilesController,
    PassesScreensController,
    ProfileController,
    EditMemberController,
    MergeMembersController,
    TimelineRecordController,
    SettingsController,
    PartnerSettingsController,
    BrandSettingsController,
    GymSettingsController,
    CatalogueScreensController,
    GoLiveScreensController,
    WellhubSettingsController,
    WellhubSetupController,
    MailSettingsController,
    ControlIdScreensController,
    AccessRulesScreensController,
    DoorsController,
    DoorDecisionsController,
    AlertMailsController,
    InstallationAlertMailsController,
    AlertsController,
    AuditLogController,
    IdentityProviderController,
    CheckInScreensController,
    InsideScreensController,
    MissingWebhooksScreensController,
    UsageScreensController,
    MoneyController,
    SeatsController,
    BookingScreensController,
    ReconciliationScreensController,
    SubscriptionsController,
    SubscriptionController,
    DeliveriesController,
    EventsController,
    WellhubWebhooksController,
    KeysController,
    PartnerStaffController,
    OperatorStaffController,
    InstallationAlertsScreens,
    InstallationAuditScreens,
    OperatorController,
    ObservationController,
    StaffLogInController,
    SingleSignOnController,
    SignOnReturnController,
    ConfirmAtProviderController,
    InvitationController,
    AccountController,
    OwnFactorsScreens,
    OwnPasskeysScreens,
    SecondFactorController,
    PasskeysController,
    ForgottenPasswordController,
    NewPasswordController,
    ConfirmController,
    DeskLogInController,
    DeskController,
    ValidationController,
    LinkController,
    ClaimsController,
  ],
  providers: [
    ProfileReads,
    ConsolePages,
    DeskAccess,
    StaffAccess,
    DeskScreens,
    DeskSession,
    Enrolments,
    FactorProofs,
    DeskScreens,
    MergeTargets,
    DeskLogIns,
    DeskAccess,
    StaffAccess,
    DeskScreens,
    MergeTargets,
    DeskLogIns,
    ProviderPlaces,
    SignOnCookie,
  ],
})
export class ConsoleModule {}
