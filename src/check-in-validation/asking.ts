import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { OutOfTime, within } from '../platform/deadline/within.js';
import { CallLimits } from './call-limits.js';
import { Calls, type CallRequest, type RunningCall } from './calls.js';
import type { CheckIn } from './check-in.js';
import { CheckInsRepository } from './check-ins.repository.js';

const POLL_MS = 100;

/** Calls Wellhub about one check-in, or watches the call that somebody else makes (`wellhub.md` 5.4). */
@Injectable()
export class Asking {
  constructor(
    private readonly calls: Calls,
    private readonly limits: CallLimits,
    private readonly checkIns: CheckInsRepository,
  ) {}

  /** @returns the check-in as it stands when the call ended or the budget did; a call goes on without us */
  async ask(checkIn: CheckIn, by: CallRequest['by'], budgetMs: number): Promise<CheckIn> {
    const end = performance.now() + budgetMs;
    let now = checkIn;
    while (now.state === 'PENDING' && performance.now() < end) {
      const isHeld = now.lease === 'held';
      const mayCall = !isHeld && this.limits.take(now.partnerId, now.gymId) === 0;
      const call = mayCall ? await this.start(now, by) : undefined;
      if (call) return this.result(call, now, end - performance.now());
      if (!mayCall) await sleep(Math.min(POLL_MS, Math.max(0, end - performance.now())));
      now = await this.reread(now);
      // Not ours to call and nobody's call to watch: it has just ended, or the gym is paused.
      if ((isHeld || mayCall) && now.lease === 'none') return now;
    }
    return now;
  }

  private start({ partnerId, id, gymId }: CheckIn, by: CallRequest['by']) {
    return this.calls.start({ partner_id: partnerId, id, gym_id: gymId, by });
  }

  private async result(call: RunningCall, before: CheckIn, ms: number): Promise<CheckIn> {
    try {
      return (await within(Math.max(0, ms), call.done)) ?? (await this.reread(before));
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      return before;
    }
  }

  private async reread(checkIn: CheckIn): Promise<CheckIn> {
    return (await this.checkIns.find(checkIn.partnerId, checkIn.id)) ?? checkIn;
  }
}
