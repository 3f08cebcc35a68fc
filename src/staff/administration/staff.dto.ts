import { Answer } from '../../platform/http/answer-fields.js';
import { EmailField, Ids, OneOf, Whole } from '../../platform/http/fields.js';
import type { StaffInvite } from '../members/staff-invitations.js';
import type { StaffChange } from '../members/staff-members.js';
import type { StaffMember } from '../members/staff-members.repository.js';
import { ALL_ROLES, STAFF_ROLES, type PartnerRole, type StaffRole } from '../people/staff-roles.js';
import type { ListedStaffSession } from '../sessions/staff-sessions.repository.js';

const MOST_GYMS = 200;
export const STAFF_LANGUAGES = ['pt', 'en', 'es', 'de'];
const GYMS = { min: 1, max: MOST_GYMS, optional: true, nullable: true };

export class InviteStaffDto {
  @EmailField()
  email!: string;

  @OneOf(STAFF_ROLES)
  role!: PartnerRole;

  @Ids({ ...GYMS, description: 'Narrows the person to some gyms; absent or null: all' })
  gymIds?: number[] | null;

  @OneOf(STAFF_LANGUAGES, { optional: true })
  language?: string;

  toCommand(): StaffInvite {
    const { email, role, language } = this;
    return { email, role, language, gymIds: this.gymIds ?? null };
  }
}

/** People of the operator have one role, and no gyms. */
export class InviteOperatorDto {
  @EmailField()
  email!: string;

  @OneOf(STAFF_LANGUAGES, { optional: true })
  language?: string;

  toCommand(): StaffInvite {
    const { email, language } = this;
    return { email, language, role: 'OPERATOR', gymIds: null };
  }
}

export class ChangeStaffDto {
  @OneOf(STAFF_ROLES, { optional: true })
  role?: PartnerRole;

  @Ids({ ...GYMS, description: 'null: all gyms' })
  gymIds?: number[] | null;

  @Whole({ optional: true, min: 1, description: 'As it was read; refused when it has changed' })
  version?: number;

  toCommand(id: string): StaffChange {
    const { role, version } = this;
    return {
      id,
      version,
      ...(role !== undefined && { role }),
      ...(this.gymIds !== undefined && { gymIds: this.gymIds }),
    };
  }
}

/** A person of the staff as shown. */
export class StaffMemberDto {
  @Answer.uuid('Of the membership, not of the person')
  id!: string;

  @Answer.text('Null where the identity provider told none', { nullable: true })
  email!: string | null;

  @Answer.text('Null until the invitation is accepted', { nullable: true })
  name!: string | null;

  @Answer.text(undefined, { example: 'pt' })
  language!: string;

  @Answer.oneOf(ALL_ROLES)
  role!: StaffRole;

  @Answer.ids('Null: all gyms', { nullable: true })
  gymIds!: readonly number[] | null;

  @Answer.oneOf(['INVITED', 'ACTIVE'])
  state!: 'INVITED' | 'ACTIVE';

  @Answer.oneOf(['PASSWORD', 'PROVIDER'], 'PROVIDER: the partner’s identity provider')
  logsInWith!: 'PASSWORD' | 'PROVIDER';

  @Answer.instant('Null once it is accepted', { nullable: true })
  invitedUntil!: Date | null;

  @Answer.whole('Grows with each change of role and gyms')
  version!: number;

  @Answer.instant()
  createdAt!: Date;

  static from(row: StaffMember): StaffMemberDto {
    const { id, email, name, language, role, gymIds, invitedUntil, version, createdAt } = row;
    const state = row.acceptedAt ? 'ACTIVE' : 'INVITED';
    const logsInWith = row.isFromProvider ? 'PROVIDER' : 'PASSWORD';
    return {
      id,
      email,
      name,
      language,
      role,
      gymIds,
      state,
      logsInWith,
      invitedUntil,
      version,
      createdAt,
    };
  }
}

export class StaffSessionDto {
  @Answer.uuid()
  id!: string;

  @Answer.text('The network that the person logged in from')
  source!: string;

  @Answer.instant()
  createdAt!: Date;

  @Answer.instant()
  expiresAt!: Date;

  static from({ id, source, createdAt, expiresAt }: ListedStaffSession): StaffSessionDto {
    return { id, source, createdAt, expiresAt };
  }
}
