export { StaffModule } from './staff.module.js';
export { LogInSteps } from './second-factors/log-in-steps.js';
export { PasskeyCeremonies } from './second-factors/passkey-ceremonies.js';
export { PasskeyLogIns } from './second-factors/passkey-log-ins.js';
export { Passkeys } from './second-factors/passkeys.js';
export type { ListedPasskey } from './second-factors/passkeys.repository.js';
export type { PasskeyPurpose } from './second-factors/passkey-challenges.repository.js';
export { SecondFactors, type Enrolment } from './second-factors/second-factors.js';
export {
  StaffAcceptance,
  type AcceptanceForm,
  type AcceptanceResult,
} from './members/staff-acceptance.js';
export { ALERT_READERS_SQL, mayReadAlerts } from './members/alert-readers.sql.js';
export { SeatedCallers } from './administration/seated-callers.js';
export { StaffMembers } from './members/staff-members.js';
export type { StaffMember } from './members/staff-members.repository.js';
export { StaffInvitations, type StaffInvite } from './members/staff-invitations.js';
export { StaffLogIns } from './log-in/staff-log-ins.js';
export { OPERATOR_NAME, tenantOf } from './people/employer.js';
export { STAFF_ROLES, type StaffRole } from './people/staff-roles.js';
export { ForgottenPasswords } from './passwords/forgotten-passwords.js';
export { StaffPasswordResets } from './passwords/staff-password-resets.js';
export { OwnFactors } from './sessions/own-factors.js';
export { PlaceChanges, type WantedPlace } from './sessions/place-changes.js';
export {
  SingleSignOn,
  type CompletedSignOn,
  type RefusedSignOn,
  type SignOnRefusal,
} from './single-sign-on/single-sign-on.js';
export { StaffSessions, type NewSeat } from './sessions/staff-sessions.js';
export type { ListedStaffSession, LiveStaffSession } from './sessions/staff-sessions.repository.js';
export type { StaffInvitation } from './members/staff-invitations.repository.js';
export {
  takesLogIn,
  type KnownWorkplace,
  type StaffWorkplace,
} from './people/staff-people.repository.js';
export { StaffWorkplaces, type NamedWorkplace } from './people/staff-workplaces.js';
export { staffFactorsSql } from './second-factors/second-factors.repository.js';
