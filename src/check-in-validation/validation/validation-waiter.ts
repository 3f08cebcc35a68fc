import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { OutOfTime, within } from '../../platform/deadline/within.js';
import { CallLimits, type CallSlot } from '../../wellhub/index.js';
import { ValidationCalls, type CallRequest, type InFlightCall } from './validation-calls.js';
import type { CheckIn } from '../check-ins/check-in.js';
import { CheckInsRepository } from '../check-ins/check-ins.repository.js';

const POLL_MS = 100;

interface Step {
  readonly checkIn: CheckIn;
  /** True when no further result can arrive. */
  readonly isLast: boolean;
}

/** Calls Wellhub about one check-in, or watches the call of another request or replica (`wellhub.md` 5.4). */
@Injectable()
export class ValidationWaiter {
  constructor(
    private readonly calls: ValidationCalls,
    private readonly limits: CallLimits,
    private readonly checkIns: CheckInsRepository,
  ) {}

  /** @returns the check-in at the end of the call or of the budget; a call in flight goes on */
  async waitForResult(checkIn: CheckIn, by: CallRequest['by'], budgetMs: number): Promise<CheckIn> {
    const end = performance.now() + budgetMs;
    let now = checkIn;
    while (now.state === 'PENDING' && performance.now() < end) {
      const step =
        now.lease === 'held' ? await this.watch(now, end) : await this.call(now, by, end);
      if (step.isLast) return step.checkIn;
      now = step.checkIn;
    }
    return now;
  }

  private async watch(checkIn: CheckIn, end: number): Promise<Step> {
    await sleep(Math.min(POLL_MS, Math.max(0, end - performance.now())));
    const now = await this.reread(checkIn);
    return { checkIn: now, isLast: now.lease === 'none' };
  }

  private async call(checkIn: CheckIn, by: CallRequest['by'], end: number): Promise<Step> {
    const slot = this.limits.take(checkIn.partnerId, checkIn.gymId);
    if (typeof slot === 'number') return { ...(await this.watch(checkIn, end)), isLast: false };
    const call = await this.start(checkIn, by, slot);
    const result = call && (await this.result(call, checkIn, end - performance.now()));
    if (result) return { checkIn: result, isLast: true };
    const now = await this.reread(checkIn);
    // No call is in flight, ours or another's: the check-in has just ended, or its gym is paused.
    return { checkIn: now, isLast: !call && now.lease !== 'held' };
  }

  private start({ partnerId, id, gymId }: CheckIn, by: CallRequest['by'], slot: CallSlot) {
    return this.calls.start({ partnerId, id, gymId, by, slot });
  }

  /** @returns undefined when another caller took the call over: that one is to be watched */
  private async result(
    call: InFlightCall,
    before: CheckIn,
    ms: number,
  ): Promise<CheckIn | undefined> {
    try {
      return await within(Math.max(0, ms), call.done);
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      return before;
    }
  }

  private async reread(checkIn: CheckIn): Promise<CheckIn> {
    return (await this.checkIns.find(checkIn.partnerId, checkIn.id)) ?? checkIn;
  }
}
