import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { mapColumns, namesOf, type ChosenColumns } from './column-mapping.js';
import {
  explainOurs,
  explainTheirs,
  type OursExplained,
  type TheirsExplained,
} from './evidence.js';
import { EvidenceRepository } from './evidence.repository.js';
import { readReport, type BadRow, type Period } from './portal-report.js';
import { reconcile, type Comparison, type Matched, type ValidatedCheckIn } from './reconcile.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { RememberedColumnsRepository } from './remembered-columns.repository.js';
import { previewOf, type ReportPreview } from './report-preview.js';
import { readTable } from './report-table.js';

/** A month of a gym, or some days of it. */
export interface GymDays {
  readonly gymId: number;
  readonly month: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ExplainedComparison {
  readonly both: readonly Matched[];
  readonly onlyOurs: readonly OursExplained[];
  readonly onlyWellhub: readonly TheirsExplained[];
  readonly badRows: readonly BadRow[];
}

/** A file of Wellhub's portal, and what the caller says about its columns. */
export interface SentReport {
  readonly file: Buffer;
  readonly chosen: ChosenColumns;
}

/** Compares our validated check-ins with Wellhub's list: the difference is money. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly gyms: Gyms,
    private readonly rows: ReconciliationRepository,
    private readonly evidence: EvidenceRepository,
    private readonly columns: RememberedColumnsRepository,
  ) {}

  /** @throws gym.not-found, request.invalid */
  async validated(caller: Actor, days: GymDays): Promise<ValidatedCheckIn[]> {
    const timeZone = await this.timeZoneOf(caller, days.gymId);
    return this.rows.validated(caller.partnerId, days.gymId, { ...daysOf(days), timeZone });
  }

  /** Compares nothing yet. @throws gym.not-found, request.invalid */
  async preview(
    caller: Actor,
    gymId: number,
    { file, chosen }: SentReport,
  ): Promise<ReportPreview> {
    const timeZone = await this.timeZoneOf(caller, gymId);
    const remembered = await this.columns.find(caller.partnerId);
    return previewOf(await readTable(file), { chosen, remembered }, timeZone);
  }

  /** @throws gym.not-found, request.invalid */
  async compare(
    caller: Actor,
    days: GymDays,
    { file, chosen }: SentReport,
  ): Promise<ExplainedComparison> {
    const { partnerId } = caller;
    const timeZone = await this.timeZoneOf(caller, days.gymId);
    const period = { ...daysOf(days), timeZone };
    const { rows } = await readTable(file);
    const remembered = await this.columns.find(partnerId);
    const mapping = mapColumns(rows, { chosen, remembered });
    const { visits, badRows } = readReport(rows, period, mapping);
    const ours = await this.rows.validated(partnerId, days.gymId, period);
    const names = mapping.source === 'CHOSEN' ? namesOf(mapping) : undefined;
    if (names) await this.columns.remember(partnerId, names);
    const found = await this.explain(caller, { found: reconcile(ours, visits), period, days });
    return { ...found, badRows };
  }

  private async explain(
    { partnerId, gymId: only }: Actor,
    { found, period, days }: { found: Comparison; period: Period; days: GymDays },
  ): Promise<Omit<ExplainedComparison, 'badRows'>> {
    const ids = [...new Set(found.onlyWellhub.map(({ wellhubId }) => wellhubId))];
    const checkIns = await this.evidence.checkIns({ partnerId, gymId: only ?? null }, period, ids);
    const customers = await this.evidence.customers(partnerId, ids);
    return {
      both: found.both,
      onlyOurs: explainOurs(found, period),
      onlyWellhub: explainTheirs(found, { checkIns, customers }, days.gymId),
    };
  }

  /** A key of one gym sees no other. */
  private async timeZoneOf(caller: Actor, gymId: number): Promise<string> {
    if (caller.gymId !== undefined && caller.gymId !== gymId)
      throw new DomainError(GymErrors.notFound);
    return (await this.gyms.get(caller.partnerId, gymId)).timeZone;
  }
}

function daysOf({ month, from, to }: GymDays): { from: string; to: string } {
  const first = `${month}-01`;
  const next = new Date(`${first}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  const last = next.toISOString().slice(0, 10);
  const days = { from: from ?? first, to: to ?? last };
  for (const [path, day] of Object.entries(days))
    if (day < first || day > last) throw invalid({ path, detail: `must be a day of ${month}` });
  if (days.from > days.to) throw invalid({ path: 'to', detail: 'must not be before from' });
  return days;
}
