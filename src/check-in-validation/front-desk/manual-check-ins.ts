import { Injectable } from '@nestjs/common';
import type { Gym } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import { CALL_LEASE_SECONDS } from '../../wellhub/index.js';
import {
  ValidationCandidatesRepository,
  type PersonAtGym,
  type KnownCheckIn,
} from '../validation/validation-candidates.repository.js';
import { CheckInsRepository, type NewCheckIn } from '../check-ins/check-ins.repository.js';
import { CustomerResolver, type ObservedPerson } from '../intake/customer-resolver.js';

/** A Wellhub id typed at the desk: the check-in it means, or a new one. */
@Injectable()
export class ManualCheckIns {
  constructor(
    private readonly db: Database,
    private readonly people: CustomerResolver,
    private readonly candidates: ValidationCandidatesRepository,
    private readonly checkIns: CheckInsRepository,
  ) {}

  async find(gym: Gym, observed: ObservedPerson): Promise<KnownCheckIn> {
    const { partnerId, id: gymId, timeZone } = gym;
    return this.db.transaction(async (tx) => {
      await this.checkIns.lockPerson(tx, partnerId, observed.wellhubId);
      const customer = await this.people.find(tx, gym, observed);
      const person = { partnerId, gymId, timeZone, customerId: customer.id };
      const best = await this.candidates.findBest(person, true, tx);
      if (best) return best;
      const now = await this.checkIns.now(tx);
      const values = fresh(person, observed.wellhubId, {
        now,
        windowMinutes: gym.checkInWindowMinutes,
      });
      const [made] = await this.checkIns.insert(tx, [values]);
      if (!made) throw new Error('an equal check-in is open, and was not found');
      return { ...made, isToday: true };
    });
  }
}

const fresh = (
  person: PersonAtGym,
  wellhubId: string,
  { now, windowMinutes }: { now: Date; windowMinutes: number },
): NewCheckIn => ({
  ...person,
  wellhubId,
  bookingNumber: null,
  productId: null,
  productDescription: null,
  eventAt: now,
  expiresAt: new Date(now.getTime() + windowMinutes * 60_000),
  webhookAt: null,
  cause: 'DESK',
  probe: false,
  // As long as a lease: when the request makes no call, the worker does.
  callAfterSeconds: CALL_LEASE_SECONDS,
});
