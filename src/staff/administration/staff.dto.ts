import { EmailField, Ids, OneOf, Whole } from '../../platform/http/fields.js';
import type { StaffInvite } from '../members/staff-invitations.js';
import type { StaffChange } from '../members/staff-members.js';
import type { StaffMember } from '../members/staff-members.repository.js';
import { STAFF_ROLES, type PartnerRole, type StaffRole } from '../people/staff-roles.js';
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
  id!: string;
  email!: string | null;
  name!: string | null;
  language!: string;
  role!: StaffRole;
  gymIds!: readonly number[] | null;
  state!: 'INVITED' | 'ACTIVE';
  logsInWith!: 'PASSWORD' | 'PROVIDER';
  invitedUntil!: Date | null;
  version!: number;
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
  id!: string;
  source!: string;
  createdAt!: Date;
  expiresAt!: Date;

  static from({ id, source, createdAt, expiresAt }: ListedStaffSession): StaffSessionDto {
    return { id, source, createdAt, expiresAt };
  }
}
