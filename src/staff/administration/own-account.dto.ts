import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Text } from '../../platform/http/fields.js';
import type { OwnChange } from '../people/staff-people.repository.js';
import type {
  ListedStaffSession,
  LiveStaffSession,
} from '../sessions/staff-sessions.repository.js';
import { STAFF_LANGUAGES, StaffSessionDto } from './staff.dto.js';

export class ChangeOwnAccountDto {
  @Text({ optional: true, max: 100 })
  name?: string;

  @OneOf(STAFF_LANGUAGES, { optional: true })
  language?: string;

  toCommand(): OwnChange {
    const { name, language } = this;
    return { name: name?.trim(), language };
  }
}

export class OwnSecondFactorDto {
  isSet!: boolean;

  @ApiProperty({ description: 'By an authenticator app' })
  hasApp!: boolean;

  @ApiProperty({ description: 'It may not be removed' })
  isRequired!: boolean;
}

/** The person who calls, and where they work now. */
export class OwnAccountDto {
  membershipId!: string;
  email!: string | null;
  name!: string;
  language!: string;
  role!: string;

  @ApiProperty({ type: String, nullable: true })
  partnerId!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'null: all gyms' })
  gymId!: number | null;

  @ApiProperty({ description: 'An operator who looks in at the partner' })
  isLookingIn!: boolean;

  secondFactor!: OwnSecondFactorDto;

  static from(session: LiveStaffSession, secondFactor: OwnSecondFactorDto): OwnAccountDto {
    const { memberId: membershipId, email, name, language, role, partnerId, gymId } = session;
    const place = { role, partnerId, gymId, isLookingIn: session.isObserver };
    return { membershipId, email, name, language, ...place, secondFactor };
  }
}

export class OwnSessionDto extends StaffSessionDto {
  isCurrent!: boolean;

  static ofOwn(row: ListedStaffSession, { id }: LiveStaffSession): OwnSessionDto {
    return { ...StaffSessionDto.from(row), isCurrent: row.id === id };
  }
}
