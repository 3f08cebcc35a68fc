import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import { Database } from '../../platform/database/database.js';
import { CALL_LEASE_SECONDS } from '../../wellhub/index.js';
import {
  ValidationCandidatesRepository,
  type PersonAtGym,
  type KnownCheckIn,
} from './validation-candidates.repository.js';
import type { CheckIn } from '../check-ins/check-in.js';
import { CheckInsRepository, type NewCheckIn } from '../check-ins/check-ins.repository.js';

export interface Probe {
  readonly checkIn: CheckIn;
  /** False: it was probed within the last 10 s, so its state is the answer. */
  readonly mayCall: boolean;
}

/**
 * A webhook that was lost is never sent again, but Wellhub knows of the check-in: a scan may probe for one that we
 * never received. The probe is committed before the call, so that a paid visit can never be lost (W-59).
 */
@Injectable()
export class ProbeCheckIns {
  constructor(
    private readonly db: Database,
    private readonly candidates: ValidationCandidatesRepository,
    private readonly checkIns: CheckInsRepository,
    private readonly customers: Customers,
  ) {}

  /**
   * @returns undefined when there is nothing to validate: the customer's Wellhub id is unknown, or the latest probe is
   * of another day, for which no door opens
   */
  async open(
    person: PersonAtGym,
    { windowMinutes, callAfterSeconds = CALL_LEASE_SECONDS }: ProbeLife,
    existing?: CheckIn,
  ): Promise<Probe | undefined> {
    const customer = await this.customers.find(person.partnerId, person.customerId);
    const wellhubId = customer?.wellhubId;
    if (!wellhubId) return undefined;
    return this.db.transaction(async (tx) => {
      await this.checkIns.lockPerson(tx, person.partnerId, wellhubId);
      const recent = await this.candidates.recentProbe(tx, person);
      if (recent) return watched(recent);
      const open = existing ?? (await this.candidates.findBest(person, false, tx));
      if (open?.state === 'PENDING') return { checkIn: open, mayCall: true };
      const now = await this.checkIns.now(tx);
      const values = { ...person, wellhubId, eventAt: now, callAfterSeconds };
      const [made] = await this.checkIns.insert(tx, [probeOf(values, windowMinutes)]);
      return made && { checkIn: made, mayCall: true };
    });
  }
}

export interface ProbeLife {
  readonly windowMinutes: number;
  /** When the worker calls: by itself as long as a lease from now, because the caller calls at once unless it is killed. */
  readonly callAfterSeconds?: number;
}

type ProbeValues = Pick<
  NewCheckIn,
  'partnerId' | 'gymId' | 'customerId' | 'timeZone' | 'wellhubId' | 'eventAt' | 'callAfterSeconds'
>;

const probeOf = (values: ProbeValues, windowMinutes: number): NewCheckIn => ({
  ...values,
  bookingNumber: null,
  productId: null,
  productDescription: null,
  expiresAt: new Date(values.eventAt.getTime() + windowMinutes * 60_000),
  webhookAt: null,
  cause: 'SCAN',
  probe: true,
});

/** A call in flight is waited for, whatever its day: it may have begun before midnight. */
const watched = (recent: KnownCheckIn): Probe | undefined => {
  const mayCall = recent.lease === 'held';
  return mayCall || recent.isToday ? { checkIn: recent, mayCall } : undefined;
};
