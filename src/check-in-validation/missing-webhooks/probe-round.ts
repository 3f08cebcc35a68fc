import { Injectable } from '@nestjs/common';
import type { Gym } from '../../partners/index.js';
import { RunningTasks } from '../../platform/worker/running-tasks.js';
import { ProbeCheckIns } from '../validation/probe-check-ins.js';
import { ValidationCandidatesRepository } from '../validation/validation-candidates.repository.js';

/** Opens a probe for each of many people; the worker calls Wellhub for them, within its limits. */
@Injectable()
export class ProbeRound {
  constructor(
    private readonly tasks: RunningTasks,
    private readonly candidates: ValidationCandidatesRepository,
    private readonly probes: ProbeCheckIns,
  ) {}

  /** Goes on after the answer. People whom it does not reach before the process ends are probed by the next round. */
  start(gym: Gym, customerIds: readonly number[]): void {
    void this.tasks.start('probe of missing webhooks', async (stopping) => {
      for (const customerId of customerIds) {
        if (stopping.aborted) return;
        await this.probePerson(gym, customerId);
      }
    });
  }

  /** A person whose check-in has arrived needs no probe: it is handled by the gym's mode. */
  private async probePerson(gym: Gym, customerId: number): Promise<void> {
    const { partnerId, id: gymId, timeZone } = gym;
    const person = { partnerId, gymId, customerId, timeZone };
    const known = await this.candidates.findBest(person, false);
    if (known?.state === 'PENDING' || known?.state === 'VALIDATED') return;
    await this.probes.open(person, {
      windowMinutes: gym.checkInWindowMinutes,
      callAfterSeconds: 0,
    });
  }
}
