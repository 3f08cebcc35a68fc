import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { CountedBy } from '../../platform/metrics/counted-by.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { REFUSALS } from '../scan/gate.errors.js';
import type { Admission, GateDecision, Refusal, Scan } from '../scan/scan.js';
import { Gate } from './gate.js';

type ScanResult =
  'OPEN' | 'REPEAT' | Exclude<Refusal, 'NONCE_REUSED'> | 'VALIDATION_FAILED' | 'NO_DECISION';

const RESULTS = [
  'OPEN',
  'REPEAT',
  ...(Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]),
  'VALIDATION_FAILED',
  'NO_DECISION',
] as const satisfies readonly ScanResult[];

/** The gate of card readers: counts what scans come to, and reports who enters twice. A dry run is no scan of anybody. */
@Injectable()
export class CountedGate {
  private readonly results: CountedBy<ScanResult>;

  constructor(
    private readonly gate: Gate,
    private readonly alerts: Alerts,
    { registry }: Metrics,
  ) {
    this.results = new CountedBy({
      name: 'gatehouse_scans_total',
      help: 'Scans at doors, by result: OPEN and REPEAT open, NO_DECISION was answered 503',
      label: 'result',
      values: RESULTS,
      registry,
    });
  }

  async decide(scan: Scan): Promise<GateDecision> {
    if (!scan.execute) return this.gate.decide(scan);
    try {
      const decision = await this.gate.decide(scan);
      this.results.count(resultOf(decision));
      if (decision.kind === 'open' && decision.passedBackAt) this.report(decision.passedBackAt);
      return decision;
    } catch (error) {
      this.results.count('NO_DECISION');
      throw error;
    }
  }

  private report({ partnerId, gymId }: NonNullable<Admission['passedBackAt']>): void {
    const detail = 'A person entered who was inside already';
    const object = `gym/${gymId}`;
    this.alerts.report({ partnerId, code: 'gate.anti-passback', object, gymId, detail });
  }

  /** A scan that cannot be read. */
  countUnreadable(isDeviceKnown: boolean): void {
    this.results.count(isDeviceKnown ? 'VALIDATION_FAILED' : 'DEVICE_TOKEN_INVALID');
  }
}

function resultOf(decision: GateDecision): ScanResult {
  if (decision.kind === 'open') return decision.repeated ? 'REPEAT' : 'OPEN';
  return decision.why === 'NONCE_REUSED' ? 'VALIDATION_FAILED' : decision.why;
}
