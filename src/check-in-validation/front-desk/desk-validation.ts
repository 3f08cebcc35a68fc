import { Injectable } from '@nestjs/common';
import type { Gym } from '../../partners/index.js';
import { allowedMs } from '../../platform/deadline/request-context.js';
import { ValidationWaiter } from '../validation/validation-waiter.js';
import type { KnownCheckIn } from '../validation/validation-candidates.repository.js';
import type { CheckIn } from '../check-ins/check-in.js';
import { AccessWarningsRepository, type AccessWarning } from './access-warnings.repository.js';
import { DeskVisits } from './desk-visits.js';
import { isReopenable, CheckInReopening } from '../validation/check-in-reopening.js';

/** Longest that the person at the desk waits. */
const DESK_MS = 8_000;

interface Outcome {
  readonly checkIn: CheckIn;
  /** Validated earlier today: opens again without a call. */
  readonly reentry: boolean;
}

export interface DeskResult extends Outcome {
  /** What a door would have refused: the desk decides itself. */
  readonly accessWarnings: readonly AccessWarning[];
}

/** "Validate" at the front desk: Wellhub decides, also after our own deadline (W-51, W-52). */
@Injectable()
export class DeskValidation {
  constructor(
    private readonly waiter: ValidationWaiter,
    private readonly reopening: CheckInReopening,
    private readonly entries: DeskVisits,
    private readonly warnings: AccessWarningsRepository,
  ) {}

  async validate(checkIn: KnownCheckIn, gym: Gym): Promise<DeskResult> {
    const outcome = await this.decide(checkIn, gym);
    return { ...outcome, accessWarnings: await this.warnings.of(outcome.checkIn) };
  }

  private async decide(checkIn: KnownCheckIn, gym: Gym): Promise<Outcome> {
    if (checkIn.state === 'VALIDATED') return this.welcomeAgain(checkIn);
    const open = isReopenable(checkIn)
      ? await this.reopening.reopen(checkIn, 'DESK', gym.timeZone)
      : checkIn;
    if (open.state !== 'PENDING') return { checkIn: open, reentry: false };
    const result = await this.waiter.waitForResult(open, 'DESK', allowedMs(DESK_MS));
    if (result.state === 'VALIDATED') await this.entries.enter(result);
    return { checkIn: result, reentry: false };
  }

  private async welcomeAgain(checkIn: KnownCheckIn): Promise<Outcome> {
    if (checkIn.isToday) await this.entries.enter(checkIn);
    return { checkIn, reentry: checkIn.isToday };
  }
}
