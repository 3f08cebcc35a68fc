import { Injectable } from '@nestjs/common';
import { CheckInValidation, type ValidationOutcome } from '../../check-in-validation/index.js';
import { Gyms } from '../../partners/index.js';
import { allowedMs } from '../../platform/deadline/request-context.js';
import { GateRepository } from './gate.repository.js';
import { refusalBy, Refusals } from './refusals.js';
import { StorageOutage } from './storage-outage.js';
import type { Admission, GateDecision, Refusal, Scan, ScanRow } from '../scan/scan.js';

/** Longest that a person at the turnstile waits for Wellhub. */
const VALIDATION_BUDGET_MS = 1_500;

/**
 * The door. One statement decides; when Wellhub must validate first, the same statement runs again after the
 * answer is recorded, and the check-in that is now VALIDATED opens (ADR-0004).
 */
@Injectable()
export class Gate {
  constructor(
    private readonly scans: GateRepository,
    private readonly refusals: Refusals,
    private readonly checkIns: CheckInValidation,
    private readonly gyms: Gyms,
    private readonly outage: StorageOutage,
  ) {}

  async decide(scan: Scan): Promise<GateDecision> {
    let row: ScanRow;
    try {
      row = await this.scans.scan(scan);
    } catch (error) {
      return this.outage.decide(scan, error);
    }
    if (row.verdict === 'VALIDATE' || row.verdict === 'PROBE') return this.validateFirst(scan, row);
    if (row.verdict === 'ACCESS_CODE_UNKNOWN') return this.refusals.refuseUnknown(row, scan);
    return this.conclude(row, scan);
  }

  private conclude(row: ScanRow, { execute }: Scan): GateDecision {
    switch (row.verdict) {
      case 'OPEN':
        return { ...admission(row, false), ...(!execute && rightOf(row)) };
      case 'REPEAT':
        return admission(row, true);
      case 'REPEAT_OF_NONCE':
        return repeatOf(row);
      case 'DEVICE_RATE_LIMITED':
        return refusedFor(row.lockedFor);
      default:
        return refusalBy(row, row.verdict as Refusal);
    }
  }

  private async validateFirst(scan: Scan, row: ScanRow): Promise<GateDecision> {
    const { partnerId, gymId, customerId } = row;
    const mayProbe = row.verdict === 'PROBE';
    const budgetMs = allowedMs(scan.device?.wellhubWaitMs ?? VALIDATION_BUDGET_MS);
    const outcome = await this.checkIns.validateNow({
      partnerId,
      gymId,
      customerId,
      cause: 'SCAN',
      budgetMs,
      mayProbe,
      ...(row.checkInId && { checkInId: row.checkInId }),
      reentryMinutes: row.reentryMinutes,
    });
    const again = { ...scan, arrivedAt: row.scannedAt };
    if (outcome.kind === 'validated') {
      const admitted = {
        ...again,
        admit: 'VALIDATED',
        admittedCheckIn: outcome.checkInId,
      } as const;
      return this.concludeAfterValidation(await this.scans.scan(admitted), scan);
    }
    if (
      outcome.kind === 'unreachable' &&
      !outcome.probe &&
      (await this.admitsDuringOutage(partnerId, gymId))
    )
      return this.concludeAfterValidation(
        await this.scans.scan({ ...again, admit: 'PROVISIONAL' }),
        scan,
      );
    const guest = row.isGuestAllowed && (await this.scans.scan({ ...again, admit: 'REFUSED' }));
    if (guest && !isLeftToWellhub(guest)) return this.conclude(guest, scan);
    return this.refusals.refuse(row, refusalOf(outcome, mayProbe), scan);
  }

  /** The verdict after a call to Wellhub is final: one scan causes at most one call. */
  private async concludeAfterValidation(row: ScanRow, scan: Scan): Promise<GateDecision> {
    if (row.verdict === 'VALIDATE' || row.verdict === 'PROBE')
      return this.refusals.refuse(row, 'WELLHUB_CHECKIN_REQUIRED', scan);
    if (row.verdict === 'ACCESS_CODE_UNKNOWN') return this.refusals.refuseUnknown(row, scan);
    return this.conclude(row, scan);
  }

  private async admitsDuringOutage(partnerId: string, gymId: number): Promise<boolean> {
    return (await this.gyms.get(partnerId, gymId)).whenWellhubIsDown === 'ADMIT_AND_VALIDATE_LATER';
  }
}

const admission = (row: ScanRow, repeated: boolean): Admission => ({
  kind: 'open',
  customerId: row.customerId,
  ...(row.visitId !== null && { visitId: row.visitId }),
  direction: row.direction,
  provisional: row.provisional,
  repeated,
  ...named(row),
  ...(row.isPassedBack && { passedBackAt: { partnerId: row.partnerId, gymId: row.gymId } }),
});

/** For staff: a door is public. */
const rightOf = ({ right, ruleId, hasPolicy }: ScanRow) => ({ right, ruleId, hasPolicy });

const named = ({ firstName }: ScanRow) => (firstName === null ? {} : { firstName });

/** No other right was left: what Wellhub answered stands. */
const isLeftToWellhub = ({ verdict }: ScanRow): boolean =>
  verdict === 'WELLHUB_REFUSED' || verdict === 'VALIDATE' || verdict === 'PROBE';

function repeatOf(row: ScanRow): GateDecision {
  if (!row.earlierAnswer) throw new Error('a repeat has an earlier answer');
  return admission({ ...row, ...row.earlierAnswer }, true);
}

const refusedFor = (seconds: number | null): GateDecision => ({
  kind: 'refused',
  why: 'DEVICE_RATE_LIMITED',
  retryAfterSeconds: Math.ceil(seconds ?? 1),
});

const REFUSALS = {
  expired: 'WELLHUB_CHECKIN_EXPIRED',
  canceled: 'WELLHUB_CHECKIN_CANCELED',
  'not-found': 'WELLHUB_CHECKIN_NOT_FOUND',
  rejected: 'WELLHUB_CHECKIN_REJECTED',
  unreachable: 'WELLHUB_UNAVAILABLE',
  validated: 'WELLHUB_CHECKIN_REQUIRED',
  'nothing-to-ask': 'WELLHUB_CHECKIN_REQUIRED',
} as const satisfies Record<ValidationOutcome['kind'], Refusal>;

/** A probe is answered like no check-in at all, whatever Wellhub answered (`wellhub.md` 5.3). */
export const refusalOf = ({ kind }: ValidationOutcome, probed: boolean) =>
  probed ? 'WELLHUB_CHECKIN_REQUIRED' : REFUSALS[kind];
