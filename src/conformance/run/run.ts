import { groupOf, type ConformanceCheck, type CheckFinding } from '../checks/check.js';
import { Redactor } from '../http/redactor.js';
import type { PartnerUnderTest } from '../partner/partner-under-test.js';
import { Play } from '../play/play.js';
import { WellhubStage } from '../play/wellhub-stage.js';
import { unmetNeed } from './needs.js';
import { countsOf, type CheckResult, type ConformanceReport, type Verdict } from './report.js';

export interface Observer {
  /** The address for `validate`, when there is one. */
  readonly onListen?: (url: string) => void;
  readonly onStart?: (check: ConformanceCheck) => void;
  readonly onResult?: (result: CheckResult) => void;
  /** Ends the run after the check in progress; the others are skipped. */
  readonly signal?: AbortSignal;
}

/** Plays Wellhub against a partner's system and tells what it finds. */
export async function runConformance(
  partner: PartnerUnderTest,
  checks: readonly ConformanceCheck[],
  observer: Observer = {},
): Promise<ConformanceReport> {
  const stage = await WellhubStage.open(partner);
  try {
    if (stage.url !== undefined) observer.onListen?.(stage.url);
    return await new Run(partner, stage, observer).all(checks);
  } finally {
    await stage.close();
  }
}

class Run {
  private readonly redactor = new Redactor();
  private readonly start = performance.now();
  private readonly startedAt = new Date();
  private readonly verdicts = new Map<string, Verdict>();

  constructor(
    private readonly partner: PartnerUnderTest,
    private readonly stage: WellhubStage,
    private readonly observer: Observer,
  ) {
    for (const secret of [partner.key, partner.secret, partner.validateToken])
      this.redactor.hide(secret);
  }

  async all(checks: readonly ConformanceCheck[]): Promise<ConformanceReport> {
    const results: CheckResult[] = [];
    for (const check of checks) {
      const result = await this.one(check);
      this.verdicts.set(check.id, result.verdict);
      this.observer.onResult?.(result);
      results.push(result);
    }
    return {
      target: this.redactor.clean(new URL(this.partner.urls.token).origin),
      startedAt: this.startedAt.toISOString(),
      milliseconds: this.elapsed(),
      counts: countsOf(results),
      results,
    };
  }

  private async one(check: ConformanceCheck): Promise<CheckResult> {
    const begun = performance.now();
    const reason = this.reasonToSkip(check);
    if (reason !== undefined) return this.result(check, { finding: { skipped: reason }, begun });
    this.observer.onStart?.(check);
    const play = new Play(this.partner, this.stage, this.redactor);
    const finding = await check.run(play);
    return this.result(check, { finding, play, begun });
  }

  private reasonToSkip({ needs = [], after = [] }: ConformanceCheck): string | undefined {
    if (this.observer.signal?.aborted) return 'the run was stopped';
    const unmet = unmetNeed(needs, this.partner);
    if (unmet !== undefined) return unmet;
    const missing = after.find((id) => this.verdicts.get(id) !== 'passed');
    if (missing !== undefined) return `says nothing before ${missing} passes`;
    return this.elapsed() > this.partner.waits.run ? 'the time of the run is up' : undefined;
  }

  private result(
    { id, title, document, mend }: ConformanceCheck,
    { finding, play, begun }: { finding: CheckFinding; play?: Play; begun: number },
  ): CheckResult {
    const text = typeof finding === 'object' ? finding.skipped : finding;
    return {
      ...(text !== undefined && { finding: this.redactor.clean(text) }),
      group: groupOf(id),
      verdict: verdictOf(finding),
      evidence: play?.evidence() ?? [],
      milliseconds: Math.round(performance.now() - begun),
      id,
      title,
      document,
      mend,
    };
  }

  private elapsed(): number {
    return Math.round(performance.now() - this.start);
  }
}

function verdictOf(finding: CheckFinding): Verdict {
  if (finding === undefined) return 'passed';
  return typeof finding === 'string' ? 'failed' : 'skipped';
}
