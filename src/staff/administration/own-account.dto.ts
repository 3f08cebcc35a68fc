import { Answer } from '../../platform/http/answer-fields.js';
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
  @Answer.flag()
  isSet!: boolean;

  @Answer.flag('By an authenticator app')
  hasApp!: boolean;

  @Answer.flag('It may not be removed')
  isRequired!: boolean;
}

/** The person who calls, and where they work now. */
export class OwnAccountDto {
  @Answer.uuid()
  membershipId!: string;

  @Answer.text(undefined, { nullable: true })
  email!: string | null;

  @Answer.text()
  name!: string;

  @Answer.text(undefined, { example: 'pt' })
  language!: string;

  @Answer.text(undefined, { example: 'MANAGER' })
  role!: string;

  @Answer.uuid('Null: the operator', { nullable: true })
  partnerId!: string | null;

  @Answer.id('Null: all gyms', { nullable: true })
  gymId!: number | null;

  @Answer.flag('An operator who looks in at the partner')
  isLookingIn!: boolean;

  @Answer.object(() => OwnSecondFactorDto)
  secondFactor!: OwnSecondFactorDto;

  static from(session: LiveStaffSession, secondFactor: OwnSecondFactorDto): OwnAccountDto {
    const { memberId: membershipId, email, name, language, role, partnerId, gymId } = session;
    const place = { role, partnerId, gymId, isLookingIn: session.isObserver };
    return { membershipId, email, name, language, ...place, secondFactor };
  }
}

export class OwnSessionDto extends StaffSessionDto {
  @Answer.flag('The session of this request')
  isCurrent!: boolean;

  static ofOwn(row: ListedStaffSession, { id }: LiveStaffSession): OwnSessionDto {
    return { ...StaffSessionDto.from(row), isCurrent: row.id === id };
  }
}
