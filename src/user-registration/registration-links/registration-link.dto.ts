import { Id } from '../../platform/http/fields.js';
import type { Customer } from '../../customers/index.js';
import type { Prefill } from '../links/joining.types.js';
import { Answer } from '../../platform/http/answer-fields.js';

export class CompleteRegistrationLinkDto {
  @Id({ description: 'The customer who gets the Wellhub membership' })
  customerId!: number;
}

const LINK_STATES = ['open', 'used', 'expired'] as const;

class PrefillDto {
  @Answer.text(undefined, { nullable: true })
  email!: string | null;

  @Answer.text(undefined, { nullable: true })
  firstName!: string | null;

  @Answer.text(undefined, { nullable: true })
  lastName!: string | null;
}

/** What the partner's own page shows; nothing is left to show once the link is used or expired. */
export class RegistrationLinkDto {
  @Answer.oneOf(LINK_STATES)
  state!: (typeof LINK_STATES)[number];

  @Answer.object(
    () => PrefillDto,
    'What Wellhub said of the person; nulls once the link is used or expired',
  )
  prefill!: PrefillDto;

  static from(state: RegistrationLinkDto['state'], prefill: Prefill): RegistrationLinkDto {
    const { email = null, firstName = null, lastName = null } = prefill;
    return Object.assign(new RegistrationLinkDto(), {
      state,
      prefill: { email, firstName, lastName },
    });
  }
}

export class CompletedRegistrationLinkDto {
  @Answer.oneOf(['used'])
  state!: 'used';

  @Answer.id()
  customerId!: number;

  @Answer.text('The gpw id that the customer has now', { nullable: true })
  gympassUserId!: string | null;

  static from({ id, gpwId }: Customer): CompletedRegistrationLinkDto {
    const shown = { state: 'used', customerId: id, gympassUserId: gpwId };
    return Object.assign(new CompletedRegistrationLinkDto(), shown);
  }
}
