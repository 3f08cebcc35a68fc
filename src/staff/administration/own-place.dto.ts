import { PARTNER_ENVIRONMENTS, type PartnerEnvironment } from '../../partners/index.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { Id, UuidField } from '../../platform/http/fields.js';
import type { AwaitedStep } from '../second-factors/log-in-steps.js';
import type { NamedWorkplace } from '../people/staff-workplaces.js';
import type { LiveStaffSession } from '../sessions/staff-sessions.repository.js';
import type { WantedPlace } from '../sessions/place-changes.js';

export class ChangePlaceDto {
  @UuidField({ optional: true, description: 'A membership of your own' })
  membershipId?: string;

  @Id({ optional: true, description: 'One of its gyms, where it does not have all' })
  gymId?: number;

  @UuidField({ optional: true, description: 'Of the operator: a partner to look in at' })
  observedPartnerId?: string;

  /** @throws request.invalid */
  toCommand(): WantedPlace {
    const { membershipId: memberId, gymId, observedPartnerId } = this;
    if (memberId !== undefined && observedPartnerId === undefined)
      return { memberId: memberId.toLowerCase(), gymId };
    if (observedPartnerId !== undefined && memberId === undefined && gymId === undefined)
      return { observedPartnerId };
    throw invalid({ path: 'membershipId', detail: 'name either this or observedPartnerId' });
  }
}

export class OpenedPlaceDto {
  @Answer.oneOf(['CODE', 'ENROLMENT'], 'What the place needs before the new session counts', {
    nullable: true,
  })
  awaits!: AwaitedStep | null;
}

export class WorkplaceDto {
  @Answer.uuid()
  membershipId!: string;

  @Answer.uuid('Null: the operator', { nullable: true })
  partnerId!: string | null;

  @Answer.text()
  partnerName!: string;

  @Answer.oneOf(PARTNER_ENVIRONMENTS)
  environment!: PartnerEnvironment;

  @Answer.uuid('Of a test environment: the partner that it belongs to', { nullable: true })
  livePartnerId!: string | null;

  @Answer.text(undefined, { example: 'MANAGER' })
  role!: string;

  @Answer.id('Null: all gyms', { nullable: true })
  gymId!: number | null;

  @Answer.text(undefined, { nullable: true })
  gymName!: string | null;

  @Answer.flag('Where the session of this request works')
  isCurrent!: boolean;

  static from(session: LiveStaffSession, place: NamedWorkplace): WorkplaceDto {
    const { workplace, partnerName, partner, role, gym } = place;
    const { memberId: membershipId, partnerId } = workplace;
    const gymId = gym?.id ?? null;
    const isCurrent =
      !session.isObserver && membershipId === session.memberId && gymId === session.gymId;
    return {
      membershipId,
      partnerId,
      partnerName,
      environment: partner?.environment ?? 'live',
      livePartnerId: partner?.livePartnerId ?? null,
      role,
      gymId,
      gymName: gym?.name ?? null,
      isCurrent,
    };
  }
}
