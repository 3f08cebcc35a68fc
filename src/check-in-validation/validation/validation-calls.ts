import { Injectable } from '@nestjs/common';
import { WellhubAccesses } from '../../partners/index.js';
import { RunningTasks } from '../../platform/worker/running-tasks.js';
import { CALL_TIMEOUT_MS, WellhubClient, type ValidateAnswer } from '../../wellhub/index.js';
import { AnswerRecorder } from './answer-recorder.js';
import type { Cause, CheckIn } from '../check-ins/check-in.js';
import {
  ValidationLeasesRepository,
  type DueCheckIn,
  type Lease,
} from './validation-leases.repository.js';

export interface CallRequest extends DueCheckIn {
  /** WORKER keeps to the retry plan; a first call of its own has the cause of the check-in, a further one RETRY. */
  readonly by: Exclude<Cause, 'WEBHOOK' | 'RETRY' | 'DEADLINE'> | 'WORKER';
}

/** A call under way; `done` has the check-in as recorded, or undefined when that answer came too late. */
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
    if (this.tasks.isStopping) return undefined;
    const lease = await this.leases.take(request, request.by === 'WORKER');
    if (!lease) return undefined;
    const call = (signal: AbortSignal) => this.run(lease, causeOf(request, lease), signal);
    return { done: this.tasks.start('a call of validate', call) };
  }

  /** What cannot be recorded leaves its lease, which ends by itself: then the worker calls again. */
  private async run(lease: Lease, cause: Cause, signal: AbortSignal) {
    return this.records.record(lease, await this.call(lease, signal), cause);
  }

  private async call(
    { partnerId, gymId, wellhubId }: Lease,
    signal: AbortSignal,
  ): Promise<ValidateAnswer> {
    const access = await this.accesses.forGym(partnerId, gymId);
    if ('unusable' in access)
      return { kind: 'credentials-refused', detail: access.unusable, ...unreadable(access) };
    return this.client.validate({ ...access, wellhubId, timeoutMs: CALL_TIMEOUT_MS, signal });
  }
}

const unreadable = ({ isUnreadable }: { isUnreadable?: boolean }) =>
  isUnreadable ? { isUnreadable } : {};

function causeOf({ by }: CallRequest, { attempts, cause }: Lease): Cause {
  if (by !== 'WORKER') return by;
  return attempts > 1 ? 'RETRY' : cause;
}
