import { Injectable } from '@nestjs/common';
import { CodeHashes } from '../../access-codes/index.js';
import { CheckInValidation } from '../../check-in-validation/index.js';
import type { RuleMessage } from '../../access-rules/index.js';
import type { Customer } from '../../customers/index.js';
import { Gyms } from '../../partners/index.js';
import { allowedMs, remainingMs } from '../../platform/deadline/request-context.js';
import { AggregatorRepository } from './aggregator.repository.js';
import type { MemberRow } from './aggregator.sql.js';
import { DecisionsRepository } from '../decisions/decisions.repository.js';
import { refusalOf } from '../door/gate.js';
import type { Refusal } from '../scan/scan.js';

/** A person at a door of the gym's own software. */
export interface MemberAtGym {
  readonly partnerId: string;
  readonly gymId: number;
  readonly wellhubId: string;
  /** The gym software's number of the person: decides nothing, stands in the log. */
  readonly theirCustomerId: number;
}

/** Longest that the gym's software lets us wait for Wellhub, and what we need for ourselves afterwards. */
const VALIDATION_MS = 500;
const AFTERWARDS_MS = 100;

/** Why a customer may not enter; without a scan there is no nonce. */
export type EntryRefusal = Exclude<Refusal, 'NONCE_REUSED'>;

export interface RefusedEntry {
  readonly why: EntryRefusal;
  /** What the rule says in place of the text of its refusal, by language. */
  readonly message?: RuleMessage;
}

interface Answer {
  readonly customerId: number | null;
  readonly refusal?: EntryRefusal;
  /** What decided; absent for an unknown person. */
  readonly row?: MemberRow;
}

/** Answers the gym's own software, which has the door, the visit and the person; we have the right to enter. */
@Injectable()
export class Aggregator {
  constructor(
    private readonly rows: AggregatorRepository,
    private readonly checkIns: CheckInValidation,
    private readonly gyms: Gyms,
    private readonly log: DecisionsRepository,
    private readonly hashes: CodeHashes,
  ) {}

  /** Checks 9 to 10 of the gate, with a decision in the log and no visit. @returns why not; undefined = may enter */
  async mayEnter(member: MemberAtGym): Promise<RefusedEntry | undefined> {
    const { partnerId, gymId, wellhubId, theirCustomerId } = member;
    const { customerId, refusal, row } = await this.decide(member);
    await this.log.add({
      partnerId,
      gymId,
      result: refusal ?? 'OPEN',
      customerId,
      valueHash: this.hashes.hash(wellhubId),
      note: `aggregator, their customer ${theirCustomerId}`,
      right: row?.right ?? null,
      ruleId: row?.ruleId ?? null,
    });
    return refusal && { why: refusal, ...(row?.message && { message: row.message }) };
  }

  /** The customer with that Wellhub id, while they may come. */
  async member(partnerId: string, wellhubId: string): Promise<Customer | undefined> {
    return this.rows.member(partnerId, wellhubId);
  }

  private async decide(member: MemberAtGym): Promise<Answer> {
    const { partnerId, gymId, wellhubId } = member;
    const row = await this.rows.judge(partnerId, gymId, wellhubId);
    if (!row || row.customerId === null)
      return { customerId: null, refusal: 'WELLHUB_CHECKIN_REQUIRED' };
    const { customerId, verdict } = row;
    if (verdict === 'OPEN') return { customerId, row };
    if (verdict === 'VALIDATE' || verdict === 'PROBE')
      return { ...(await this.validate(member, customerId, row)), row };
    return { customerId, refusal: verdict, row };
  }

  private async validate(
    { partnerId, gymId }: MemberAtGym,
    customerId: number,
    { verdict, checkInId, reentryMinutes }: MemberRow,
  ): Promise<Answer> {
    const mayProbe = verdict === 'PROBE';
    const budgetMs = Math.min(
      allowedMs(VALIDATION_MS),
      remainingMs(VALIDATION_MS + AFTERWARDS_MS) - AFTERWARDS_MS,
    );
    const outcome = await this.checkIns.validateNow({
      partnerId,
      gymId,
      customerId,
      cause: 'AGGREGATOR',
      budgetMs,
      mayProbe,
      ...(checkInId && { checkInId }),
      reentryMinutes,
    });
    if (outcome.kind === 'validated') return { customerId };
    const { whenWellhubIsDown } = await this.gyms.get(partnerId, gymId);
    const admits = whenWellhubIsDown === 'ADMIT_AND_VALIDATE_LATER';
    if (outcome.kind !== 'unreachable' || outcome.probe || !admits)
      return { customerId, refusal: refusalOf(outcome, mayProbe) };
    await this.rows.admit(partnerId, outcome.checkInId);
    return { customerId };
  }
}
