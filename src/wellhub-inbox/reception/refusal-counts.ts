import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { WellhubHook } from '../../partners/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { Workers } from '../../platform/worker/workers.js';
import {
  RefusalsRepository,
  type AddressRefusals,
  type RefusalReason,
} from '../storage/refusals.repository.js';

type Address = Pick<WellhubHook, 'partnerId' | 'gymId' | 'environment'>;

const EVERY_MS = 1_000;
/** Anybody may send without a signature; with a wrong one it is likely Wellhub. */
const ALARMING: ReadonlySet<RefusalReason> = new Set(['WRONG_SIGNATURE', 'NO_SECRET']);

/**
 * Counts what was refused at addresses of ours, in memory and once a second in the database, so that a flood costs no
 * statement each. Nothing that an unproven body says is believed or kept.
 */
@Injectable()
export class RefusalCounts implements OnModuleInit {
  private readonly waiting = new Map<string, AddressRefusals>();

  constructor(
    private readonly rows: RefusalsRepository,
    private readonly alerts: Alerts,
    private readonly workers: Workers,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'refused webhooks',
      role: 'api',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.store(),
    });
  }

  /** @param address absent: none of ours. There are as many as gyms and partners. */
  count(address?: Address, reason?: RefusalReason): void {
    this.metrics.refusedWebhooks.inc();
    if (!address || !reason) return;
    const { partnerId, gymId = null, environment } = address;
    const key = `${partnerId}/${gymId}/${environment}/${reason}`;
    this.add(key, { partnerId, gymId, environment, reason, refused: 1 });
  }

  private async store(): Promise<number> {
    for (const [key, refusals] of this.waiting) {
      this.waiting.delete(key);
      await this.storeOne(refusals).catch((error: unknown) => {
        this.add(key, refusals);
        throw error;
      });
    }
    return 0;
  }

  private async storeOne(refusals: AddressRefusals): Promise<void> {
    const today = await this.rows.add(refusals);
    if (!ALARMING.has(refusals.reason)) return;
    const { partnerId, gymId } = refusals;
    const object = gymId === null ? 'wellhub-connection' : `gym/${gymId}`;
    const detail = `${today} refused today: ${WORDS[refusals.reason]}`;
    const code = 'wellhub.webhooks-refused';
    await this.alerts.raise({ partnerId, gymId, object, detail, code });
  }

  private add(key: string, refusals: AddressRefusals): void {
    const refused = (this.waiting.get(key)?.refused ?? 0) + refusals.refused;
    this.waiting.set(key, { ...refusals, refused });
  }
}

const WORDS: Readonly<Record<RefusalReason, string>> = {
  NO_SIGNATURE: 'they had no signature',
  WRONG_SIGNATURE: 'their signature is not made with the webhook secret that is set here',
  NO_SECRET: 'no webhook secret is set here',
  ENCODED: 'their body was compressed',
  WRONG_ADDRESS: 'events about users came to the address of a gym',
};
