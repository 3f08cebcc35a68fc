import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Passages } from '../../gate/index.js';
import { Workers } from '../../platform/worker/workers.js';
import { RotationAlerts } from './rotation-alerts.js';

const EVERY_MS = 2_000;

/** Ends passages whose turnstile reported nothing in time. */
@Injectable()
export class UnconfirmedPassagesWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly passages: Passages,
    private readonly alerts: RotationAlerts,
  ) {}

  onModuleInit(): void {
    const run = () => this.run();
    const name = 'control-id unconfirmed passages';
    this.workers.add({ name, role: 'worker', queue: null, everyMs: EVERY_MS, run });
  }

  /** @returns how many ended */
  async run(): Promise<number> {
    const ended = await this.passages.endOverdue();
    for (const passage of ended) await this.alerts.unconfirmed(passage);
    return ended.length;
  }
}
