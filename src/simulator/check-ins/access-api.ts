import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallLog, RecordedCall } from './call-log.js';
import type { Ledger, NewLedgerCheckIn } from './ledger.js';
import { fixedAnswerOf, magicFaultOf } from './magic-ids.js';
import type { AnswerName, PlannedAnswer, PlannedAnswers } from '../http/planned-answers.js';
import { defaultExpiry, STANDARD_PRODUCT } from './check-in-defaults.js';
import {
  forbiddenAnswer,
  isRefusal,
  missingIdAnswer,
  oddAnswer,
  refusalAnswer,
  successAnswer,
  unauthorizedAnswer,
  type WireAnswer,
} from '../http/wire-answers.js';

/** What the access API needs to know of the rest. */
export interface AccessApiParts {
  readonly token: string;
  readonly ledger: Ledger;
  readonly plans: PlannedAnswers;
  readonly log: CallLog;
  readonly isKnownGym: (gymId: string) => boolean;
}

interface ValidateRequest {
  readonly gymId: string;
  readonly wellhubId: string;
}

/**
 * `POST /access/v1/validate` as Wellhub answers it: credentials, then planned answers, then fixed ids, then the ledger.
 */
export class AccessApi {
  constructor(private readonly parts: AccessApiParts) {}

  /** Answers one call; `onFinished` takes what is to be called when its connection is done. */
  async validate(
    headers: IncomingHttpHeaders,
    body: unknown,
    onFinished: (done: () => void) => void,
  ): Promise<WireAnswer> {
    const wellhubId = gympassIdOf(body);
    const call: RecordedCall = { at: new Date(), wellhubId: wellhubId ?? '', headers, body };
    onFinished(this.parts.log.begin(call));
    const answer = await this.answer(headers, wellhubId);
    call.answer = answer.name;
    return answer;
  }

  private async answer(
    headers: IncomingHttpHeaders,
    wellhubId: string | undefined,
  ): Promise<WireAnswer> {
    if (!isSameText(headers.authorization ?? '', `Bearer ${this.parts.token}`)) {
      return unauthorizedAnswer();
    }
    const gymId = headers['x-gym-id'];
    if (typeof gymId !== 'string' || !this.parts.isKnownGym(gymId)) return forbiddenAnswer();
    if (wellhubId === undefined) return missingIdAnswer();
    const request = { gymId, wellhubId };
    const plan = this.parts.plans.take(wellhubId) ?? this.magicFault(request);
    if (plan === undefined) return this.normalAnswer(request);
    await sleep(plan.delayMs ?? 0, undefined, { ref: false });
    return applyPlan(this.plannedAnswer(request, plan), plan);
  }

  /** An answer can be lost only once: from then on the ledger has it as validated. */
  private magicFault({ gymId, wellhubId }: ValidateRequest): PlannedAnswer | undefined {
    const answer = magicFaultOf(wellhubId);
    if (answer === undefined) return undefined;
    const isLost = answer.startsWith('commit-') && !this.parts.ledger.isOpen(gymId, wellhubId);
    return isLost ? undefined : { wellhubId, answer };
  }

  /** The answer of the real Wellhub. */
  private normalAnswer(request: ValidateRequest): WireAnswer {
    const fixed = fixedAnswerOf(request.wellhubId);
    if (fixed === 'ok') return this.success(request);
    if (fixed !== undefined) return refusalAnswer(fixed);
    const finding = this.parts.ledger.validate(request.gymId, request.wellhubId);
    if (finding.kind !== 'ok') return refusalAnswer(finding.kind);
    return this.success({ ...request, ...finding.checkIn });
  }

  /** An answer of 2xx also commits: what Gatehouse may take as paid is in the ledger. */
  private plannedAnswer(request: ValidateRequest, plan: PlannedAnswer): WireAnswer {
    const { answer } = plan;
    if (answer === 'normal') return this.normalAnswer(request);
    if (isRefusal(answer)) return refusalAnswer(answer);
    if (answer === 'commit-then-hang' || answer === 'commit-then-reset') {
      this.parts.ledger.validate(request.gymId, request.wellhubId);
      return mannerOf(answer);
    }
    const odd = oddAnswer(answer);
    if (odd !== undefined && !isPaying(odd, plan)) return odd;
    const checkIn = this.parts.ledger.validateAnyway(asCheckIn(request));
    const success = this.success({ ...request, ...checkIn });
    if (answer === 'slow-bytes') return { ...success, name: answer, manner: 'slow-bytes' };
    return odd ?? success;
  }

  private success(
    request: ValidateRequest & Partial<{ validatedAt: Date | undefined }>,
  ): WireAnswer {
    const validatedAt = request.validatedAt ?? new Date();
    return successAnswer({ product: STANDARD_PRODUCT, ...request, validatedAt });
  }
}

function gympassIdOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('gympass_id' in body)) return undefined;
  return typeof body.gympass_id === 'string' ? body.gympass_id : undefined;
}

function isSameText(received: string, expected: string): boolean {
  const [one, other] = [Buffer.from(received), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function isPaying(odd: WireAnswer, plan: PlannedAnswer): boolean {
  const status = plan.status ?? odd.status;
  return odd.manner === 'send' && status < 300;
}

function asCheckIn(request: ValidateRequest): NewLedgerCheckIn {
  const expiresAt = defaultExpiry();
  return { ...request, bookingNumber: undefined, product: STANDARD_PRODUCT, expiresAt };
}

function mannerOf(answer: AnswerName & `commit-then-${string}`): WireAnswer {
  const manner = answer === 'commit-then-hang' ? 'hang' : 'reset';
  return { name: answer, status: 200, contentType: '', body: '', manner };
}

function applyPlan(answer: WireAnswer, plan: PlannedAnswer): WireAnswer {
  const headers = { ...answer.headers };
  if (plan.retryAfter !== undefined) headers['Retry-After'] = String(plan.retryAfter);
  return { ...answer, status: plan.status ?? answer.status, headers };
}
