import { Injectable } from '@nestjs/common';
import { WellhubAccesses } from '../../partners/index.js';
import { RunningTasks } from '../../platform/worker/running-tasks.js';
import {
  CALL_TIMEOUT_MS,
  WellhubClient,
  type CallSlot,
  type Leased,
  type ValidateAnswer,
} from '../../wellhub/index.js';
import { AnswerRecorder } from './answer-recorder.js';
import type { Cause, CheckIn } from '../check-ins/check-in.js';
import { ValidationLeasesRepository, type DueCheckIn } from './validation-leases.repository.js';

export interface CallRequest extends DueCheckIn {
  /** Taken for this call. */
  readonly slot: CallSlot;
  /** WORKER keeps to the retry schedule; a first call of its own has the cause of the check-in, a further one RETRY. */
  readonly by: Exclude<Cause, 'WEBHOOK' | 'RETRY' | 'DEADLINE'> | 'WORKER';
}

/** A call in flight; `done` resolves to the check-in as recorded, or to undefined when the answer was too late. */
export interface InFlightCall {
  readonly done: Promise<CheckIn | undefined>;
}

/** One call to Wellhub about one check-in: lease, call, record. Goes on whether or not its caller still waits. */
@Injectable()
export class ValidationCalls {
  constructor(
    private readonly leases: ValidationLeasesRepository,
    private readonly accesses: WellhubAccesses,
    private readonly client: WellhubClient,
    private readonly records: AnswerRecorder,
    private readonly tasks: RunningTasks,
  ) {}

  get count(): number {
    return this.tasks.count;
  }

  /** @returns undefined when another call runs, the gym is paused, or there is nothing left to validate */
  async start(request: CallRequest): Promise<InFlightCall | undefined> {
    const lease = await this.lease(request);
    if (!lease) return undefined;
    const call = (signal: AbortSignal) => this.run(lease, request, signal);
    return { done: this.tasks.start('a call of validate', call, lease.traceparent) };
  }

  /** An answer that cannot be recorded leaves its lease, which expires: then the worker calls again. */
  private async run(lease: Leased<CheckIn>, request: CallRequest, signal: AbortSignal) {
    const answer = await this.call(lease, request.slot, signal);
    return this.records.record(lease, answer, causeOf(request, lease));
  }

  private async lease(request: CallRequest): Promise<Leased<CheckIn> | undefined> {
    let lease: Leased<CheckIn> | undefined;
    try {
      if (!this.tasks.isStopping) lease = await this.leases.take(request, request.by === 'WORKER');
      return lease;
    } finally {
      if (!lease) request.slot.release();
    }
  }

  private async call(
    { partnerId, gymId, wellhubId }: Leased<CheckIn>,
    slot: CallSlot,
    signal: AbortSignal,
  ): Promise<ValidateAnswer> {
    const access = await this.accesses.forGym(partnerId, gymId);
    if ('unusable' in access) {
      slot.release();
      return { kind: 'credentials-refused', detail: access.unusable, ...unreadable(access) };
    }
    slot.use();
    return this.client.validate({ ...access, wellhubId, timeoutMs: CALL_TIMEOUT_MS, signal });
  }
}

const unreadable = ({ isUnreadable }: { isUnreadable?: boolean }) =>
  isUnreadable ? { isUnreadable } : {};

function causeOf({ by }: CallRequest, { attempts, cause }: Leased<CheckIn>): Cause {
  if (by !== 'WORKER') return by;
  return attempts > 1 ? 'RETRY' : cause;
}
