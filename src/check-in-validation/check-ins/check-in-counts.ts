import { Injectable } from '@nestjs/common';
import { CountedBy } from '../../platform/metrics/counted-by.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { CHECK_IN_STATES, type CheckIn } from './check-in.js';

const OUTCOMES = CHECK_IN_STATES.filter((state) => state !== 'PENDING').map((state) => ({
  state,
  outcome: state.toLowerCase().replaceAll('_', '-'),
}));

/** How check-ins end: VALIDATED is paid, all else is not. */
@Injectable()
export class CheckInCounts {
  private readonly ended: CountedBy<string>;

  constructor({ registry }: Metrics) {
    this.ended = new CountedBy({
      name: 'gatehouse_check_in_validations_total',
      help: 'Check-ins that ended, by how: validated is paid',
      label: 'outcome',
      values: OUTCOMES.map(({ outcome }) => outcome),
      registry,
    });
  }

  count({ state }: CheckIn): void {
    const outcome = OUTCOMES.find((one) => one.state === state)?.outcome;
    if (outcome) this.ended.count(outcome);
  }
}
