import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { WellhubAccesses } from '../../partners/index.js';
import { runOutsideRequests } from '../../platform/deadline/request-context.js';
import { WellhubClient, type ValidateAnswer } from '../../wellhub/index.js';
import { AnswerRecords } from './answer-recorder.js';
import type { Cause, CheckIn } from '../check-ins/check-in.js';
import { LeasesRepository, type DueCheckIn, type Lease } from './validation-leases.repository.js';

/** Ends before the lease does, so that a late answer is never a second call's rival. */
const CALL_MS = 10_000;
/** How long a process that stops lets its calls run; their leases end by themselves. */
const STOPPING_MS = 2_000;

export interface CallRequest extends DueCheckIn {
  /** WORKER keeps to the retry plan; a first call of its own has the cause of the check-in, a further one RETRY. */
  readonly by: Exclude<Cause, 'WEBHOOK' | 'RETRY' | 'DEADLINE'> | 'WORKER';
}

/** A call under way; `done` has the check-in as recorded, or undefined when that answer came too late. */
export interface RunningCall {
  readonly done: Promise<CheckIn | undefined>;
}

/** One call to Wellhub about one check-in: lease, ask, record. Goes on whether or not its caller still waits. */
@Injectable()
export class Calls implements BeforeApplicationShutdown {
  private readonly logger = new Logger('check-in-validation');
  private readonly running = new Set<Promise<unknown>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly leases: LeasesRepository,
    private readonly accesses: WellhubAccesses,
    private readonly client: WellhubClient,
    private readonly records: AnswerRecords,
  ) {}

  get count(): number {
    return this.running.size;
  }

  /** @returns undefined when another call runs, the gym is paused, or there is nothing left to ask */
  async start(request: CallRequest): Promise<RunningCall | undefined> {
    if (this.stopping.signal.aborted) return undefined;
    const lease = await this.leases.take(request, request.by === 'WORKER');
    if (!lease) return undefined;
    const done = runOutsideRequests(() => this.run(lease, causeOf(request, lease)));
    this.running.add(done);
    void done.finally(() => this.running.delete(done));
    return { done };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([Promise.all(this.running), sleep(STOPPING_MS, undefined, { ref: false })]);
    this.stopping.abort();
    await Promise.all(this.running);
  }

  /** Never rejects: a lease that is not closed ends by itself, and the worker asks again. */
  private async run(lease: Lease, cause: Cause): Promise<CheckIn | undefined> {
    try {
      const answer = await this.ask(lease);
      return await this.records.record(lease, answer, cause);
    } catch (error) {
      this.logger.error({ msg: 'a call could not be recorded', checkInId: lease.id, err: error });
      return undefined;
    }
  }

  private async ask({ partnerId, gymId, wellhubId }: Lease): Promise<ValidateAnswer> {
    const access = await this.accesses.forGym(partnerId, gymId);
    if ('unusable' in access) return { kind: 'credentials-refused', detail: access.unusable };
    const { signal } = this.stopping;
    return this.client.validate({ ...access, wellhubId, timeoutMs: CALL_MS, signal });
  }
}

function causeOf({ by }: CallRequest, { attempts, cause }: Lease): Cause {
  if (by !== 'WORKER') return by;
  return attempts > 1 ? 'RETRY' : cause;
}
