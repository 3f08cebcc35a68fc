import { Id } from '../../platform/http/fields.js';
import type { Customer } from '../../customers/index.js';
import type { Prefill } from '../links/joining.types.js';

export class CompleteRegistrationLinkDto {
  @Id({ description: 'The customer who gets the Wellhub membership' })
  customerId!: number;
}

/** What the partner's own page shows; nothing is left to show once the link is used or expired. */
export class RegistrationLinkDto {
  state!: 'open' | 'used' | 'expired';
  prefill!: { email: string | null; firstName: string | null; lastName: string | null };

  static from(state: RegistrationLinkDto['state'], prefill: Prefill): RegistrationLinkDto {
    const { email = null, firstName = null, lastName = null } = prefill;
    return Object.assign(new RegistrationLinkDto(), {
      state,
      prefill: { email, firstName, lastName },
    });
  }
}

export class CompletedRegistrationLinkDto {
  state!: 'used';
  customerId!: number;
  gympassUserId!: string | null;

  static from({ id, gpwId }: Customer): CompletedRegistrationLinkDto {
    const shown = { state: 'used', customerId: id, gympassUserId: gpwId };
    return Object.assign(new CompletedRegistrationLinkDto(), shown);
  }
}
