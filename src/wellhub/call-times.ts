import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Histogram } from '@prometheus-io/client';
import { Metrics } from '../platform/metrics/metrics.js';
import type { PatchAnswer } from './patch-answer.js';
import type { UnreachableCause } from './retryable-answer.js';
import type { SetupAnswer } from './setup-answer.js';
import type { UsageAnswer } from './usage-events.js';
import type { ValidateAnswer } from './validate-answer.js';

/** What we call Wellhub for. */
export type CallName = 'validate' | 'booking' | 'slot' | 'usage' | 'setup';

type Answer = ValidateAnswer | PatchAnswer | UsageAnswer | SetupAnswer<unknown>;
/** The kind of an answer; where none came, why. */
export type CallOutcome = Exclude<Answer['kind'], 'unreachable'> | UnreachableCause;

export type OnCall = (call: CallName, outcome: CallOutcome, seconds: number) => void;

/** People at a door wait 1.5 s, a call is given up after 10 s, one with usage events after 30 s. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 0.7, 0.9, 1, 1.5, 2.5, 5, 10, 30];

/** Every call to Wellhub in the metrics: whether it was paid for is in the outcome, not in the status. */
@Injectable()
export class CallTimes {
  readonly observe: OnCall;

  constructor({ registry }: Metrics) {
    const seconds = new Histogram({
      name: 'gatehouse_wellhub_call_seconds',
      help: 'Time of a call to Wellhub, by what it was for and how it ended; breaker: it was not made',
      labelNames: ['call', 'outcome'] as const,
      buckets: BUCKETS,
      registers: [registry],
    });
    this.observe = (call, outcome, took) => seconds.observe({ call, outcome }, took);
  }
}

export async function timed<A extends Answer>(
  call: CallName,
  onCall: OnCall,
  send: () => Promise<A>,
): Promise<A> {
  const begun = performance.now();
  const answer = await send();
  onCall(call, outcomeOf(answer), (performance.now() - begun) / 1_000);
  return answer;
}

const outcomeOf = (answer: Answer): CallOutcome =>
  answer.kind === 'unreachable' ? answer.cause : answer.kind;
