import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BookingLedger, LedgerDecision, RecordedPatch } from './booking-ledger.js';
import type { BookingPlan, BookingPlans } from './booking-plans.js';
import type { WireAnswer } from '../http/wire-answers.js';

export interface PatchRequest {
  readonly kind: 'booking' | 'slot';
  readonly gymId: string;
  readonly name: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

const ENDS: readonly unknown[] = ['RESERVED', 'REJECTED', 'CANCELLED_BY_GYM'];
const KEYS: Readonly<Record<number, string>> = {
  404: 'booking.notfound',
  409: 'booking.already.decided',
};

/** The two PATCH calls of the booking API: credentials, then planned answers, then the ledger. */
export class BookingApi {
  constructor(
    private readonly token: string,
    private readonly ledger: BookingLedger,
    private readonly plans: BookingPlans,
    private readonly isKnownGym: (gymId: string) => boolean,
  ) {}

  async patch(request: PatchRequest, onFinished: (done: () => void) => void): Promise<WireAnswer> {
    const { kind, gymId, name, body, headers } = request;
    const hasGymHeader = headers['x-gym-id'] !== undefined;
    const call: RecordedPatch = { at: new Date(), kind, gymId, name, body, hasGymHeader };
    onFinished(this.ledger.begin(call));
    const answer = await this.answer(request);
    call.status = answer.manner === 'send' ? answer.status : 0;
    return answer;
  }

  private async answer(request: PatchRequest): Promise<WireAnswer> {
    if (request.headers.authorization !== `Bearer ${this.token}`) return wire(401);
    if (!this.isKnownGym(request.gymId)) return wire(403);
    const plan = this.plans.take(request.name);
    if (plan === undefined) return wire(this.done(request));
    await sleep(plan.delayMs ?? 0, undefined, { ref: false });
    return this.planned(request, plan);
  }

  private planned(request: PatchRequest, { answer, retryAfter }: BookingPlan): WireAnswer {
    if (answer === 'hang' || answer === 'reset') return { ...wire(200), manner: answer };
    if (typeof answer === 'number' && answer >= 300) return withWait(wire(answer), retryAfter);
    const status = this.done(request);
    if (answer === 'commit-then-hang') return { ...wire(status), manner: 'hang' };
    if (answer === 'commit-then-reset') return { ...wire(status), manner: 'reset' };
    return withWait(wire(answer === 'normal' ? status : answer), retryAfter);
  }

  /** What the ledger makes of it. */
  private done({ kind, gymId, name, body }: PatchRequest): number {
    const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<
      string,
      unknown
    >;
    if (kind === 'booking') {
      const { status } = fields;
      return ENDS.includes(status)
        ? this.ledger.decide(name, gymId, status as LedgerDecision)
        : 400;
    }
    const { total_booked: booked, total_capacity: capacity } = fields;
    if (typeof booked !== 'number') return 400;
    this.ledger.setSlot(name, booked, typeof capacity === 'number' ? capacity : undefined);
    return 204;
  }
}

function wire(status: number): WireAnswer {
  const key = KEYS[status] ?? `booking.status.${status}`;
  const errors = { metadata: { errors: 1 }, errors: [{ key, message: key }] };
  const body = status < 300 ? '' : JSON.stringify(errors);
  return { name: String(status), status, contentType: 'application/json', body, manner: 'send' };
}

const withWait = (answer: WireAnswer, seconds: number | undefined): WireAnswer =>
  seconds === undefined ? answer : { ...answer, headers: { 'Retry-After': String(seconds) } };
