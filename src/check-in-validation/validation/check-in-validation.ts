import { Injectable } from '@nestjs/common';
import { Gyms } from '../../partners/index.js';
import { ValidationWaiter } from './validation-waiter.js';
import { ValidationCandidatesRepository } from './validation-candidates.repository.js';
import type { CheckIn, CheckInState } from '../check-ins/check-in.js';
import { ProbeCheckIns } from './probe-check-ins.js';
import { CheckInReopening } from './check-in-reopening.js';

/** Who requests the validation, and how long they can wait. */
export interface ValidationRequest {
  readonly partnerId: string;
  readonly gymId: number;
  readonly customerId: number;
  readonly cause: 'SCAN' | 'DESK' | 'AGGREGATOR';
  readonly budgetMs: number;
  /** A scan calls also when no check-in fits, if the customer's Wellhub id is known (flag `probe`). */
  readonly mayProbe: boolean;
  /** Only this one of theirs: the rules of the gym do not allow every check-in. */
  readonly checkInId?: string;
  /** For how long a paid check-in opens after its first use; null or absent: all its day. */
  readonly reentryMinutes?: number | null;
}

export type ValidationOutcome =
  | {
      readonly kind: 'validated' | 'expired' | 'canceled' | 'not-found' | 'rejected';
      readonly checkInId: string;
      readonly probe: boolean;
    }
  | { readonly kind: 'unreachable'; readonly checkInId: string; readonly probe: boolean }
  | { readonly kind: 'nothing-to-ask' };

const KINDS = {
  PENDING: 'unreachable',
  VALIDATED: 'validated',
  EXPIRED: 'expired',
  CANCELED: 'canceled',
  NOT_FOUND: 'not-found',
  REJECTED: 'rejected',
} as const satisfies Record<CheckInState, string>;

/** Validates check-ins with Wellhub, one call at a time per check-in across replicas. */
@Injectable()
export class CheckInValidation {
  constructor(
    private readonly gyms: Gyms,
    private readonly rows: ValidationCandidatesRepository,
    private readonly reopening: CheckInReopening,
    private readonly probes: ProbeCheckIns,
    private readonly waiter: ValidationWaiter,
  ) {}

  /**
   * The best check-in of this customer here: claims its lease, calls, records. A second caller polls the row.
   * After the budget the call goes on and its result is recorded.
   */
  async validateNow(request: ValidationRequest): Promise<ValidationOutcome> {
    const { partnerId, gymId, customerId, cause, budgetMs } = request;
    const gym = await this.gyms.get(partnerId, gymId);
    const person = { partnerId, gymId, customerId, timeZone: gym.timeZone };
    const { checkInId, reentryMinutes } = request;
    const best = await this.rows.findBest({ ...person, checkInId, reentryMinutes }, false);
    if (best?.state === 'VALIDATED') return outcomeOf(best);
    if (best && !best.probe) return this.validateCheckIn(best, request, gym.timeZone);
    if (!request.mayProbe) return { kind: 'nothing-to-ask' };
    const probe = await this.probes.open(person, { windowMinutes: gym.checkInWindowMinutes }, best);
    if (!probe) return { kind: 'nothing-to-ask' };
    if (!probe.mayCall) return outcomeOf(probe.checkIn);
    return outcomeOf(await this.waiter.waitForResult(probe.checkIn, cause, budgetMs));
  }

  private async validateCheckIn(
    best: CheckIn,
    { cause, budgetMs }: ValidationRequest,
    timeZone: string,
  ): Promise<ValidationOutcome> {
    const opener = cause === 'DESK' ? 'DESK' : 'SCAN';
    const open =
      best.state === 'PENDING' ? best : await this.reopening.reopen(best, opener, timeZone);
    return outcomeOf(await this.waiter.waitForResult(open, cause, budgetMs));
  }
}

const outcomeOf = ({ state, id, probe }: CheckIn): ValidationOutcome => ({
  kind: KINDS[state],
  checkInId: id,
  probe,
});
