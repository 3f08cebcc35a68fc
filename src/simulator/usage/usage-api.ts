import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { BookingPlans, type BookingPlan } from '../bookings/booking-plans.js';
import type { WireAnswer } from '../http/wire-answers.js';

/** One request as it arrived. */
export interface RecordedUsageCall {
  readonly at: Date;
  readonly events: unknown;
  /** Of the body; 0 when the header is missing. */
  readonly bytes: number;
  /** What was answered; 0 = no answer left. */
  status?: number;
}

export interface UsageView {
  /** Every event that was taken, in the order of arrival; one that came twice stands here twice. */
  readonly events: readonly unknown[];
  readonly calls: readonly RecordedUsageCall[];
  /** The most calls that were open at one moment. */
  readonly mostAtOnce: number;
}

const MOST_EVENTS = 1_000;
const NAME = 'events';
/** An event of such a person is bad: it spoils its whole batch. */
const BAD = /^gpw-bad-/;

/** Wellhub's Events API (section 7): it takes all of a batch or nothing. */
export class UsageApi {
  private taken: unknown[] = [];
  private calls: RecordedUsageCall[] = [];
  private open = 0;
  private mostAtOnce = 0;
  private readonly plans = new BookingPlans();

  constructor(private readonly token: string) {}

  async post(
    headers: IncomingHttpHeaders,
    events: unknown,
    onFinished: (done: () => void) => void,
  ): Promise<WireAnswer> {
    const bytes = Number(headers['content-length'] ?? 0);
    const call: RecordedUsageCall = { at: new Date(), events, bytes };
    this.calls.push(call);
    this.open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.open);
    onFinished(() => (this.open -= 1));
    const answer = await this.answer(headers, events);
    call.status = answer.manner === 'send' ? answer.status : 0;
    return answer;
  }

  /** Answer like this to the next calls. */
  plan(plan: Omit<BookingPlan, 'name'>): void {
    this.plans.add({ ...plan, name: NAME });
  }

  clearPlans(): void {
    this.plans.clear();
  }

  view(): UsageView {
    const { taken: events, calls, mostAtOnce } = this;
    return { events, calls, mostAtOnce };
  }

  clear(): void {
    this.taken = [];
    this.calls = [];
    this.mostAtOnce = 0;
  }

  private async answer(headers: IncomingHttpHeaders, events: unknown): Promise<WireAnswer> {
    if (headers.authorization !== `Bearer ${this.token}`) return wire(401);
    const plan = this.plans.take(NAME);
    if (plan === undefined) return wire(this.take(events));
    await sleep(plan.delayMs ?? 0, undefined, { ref: false });
    return this.planned(events, plan);
  }

  private planned(events: unknown, { answer, retryAfter }: BookingPlan): WireAnswer {
    if (answer === 'hang' || answer === 'reset') return { ...wire(200), manner: answer };
    if (typeof answer === 'number' && answer >= 300) return withWait(wire(answer), retryAfter);
    const status = this.take(events);
    if (answer === 'commit-then-hang') return { ...wire(status), manner: 'hang' };
    if (answer === 'commit-then-reset') return { ...wire(status), manner: 'reset' };
    return withWait(wire(answer === 'normal' ? status : answer), retryAfter);
  }

  private take(events: unknown): number {
    const isGood =
      Array.isArray(events) &&
      events.length > 0 &&
      events.length <= MOST_EVENTS &&
      events.every(isGoodEvent);
    if (!isGood) return 400;
    this.taken.push(...events);
    return 200;
  }
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

function isGoodEvent(event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false;
  const { event_type: type, timestamp, gpw_id: gpwId } = event as Record<string, unknown>;
  const isComplete = [type, timestamp, gpwId].every((text) => typeof text === 'string');
  return isComplete && TIME.test(String(timestamp)) && !BAD.test(String(gpwId));
}

function wire(status: number): WireAnswer {
  const key = `events.status.${status}`;
  const body = status < 300 ? {} : { metadata: { errors: 1 }, errors: [{ key, message: key }] };
  return {
    name: String(status),
    status,
    contentType: 'application/json',
    body: JSON.stringify(body),
    manner: 'send',
  };
}

const withWait = (answer: WireAnswer, seconds: number | undefined): WireAnswer =>
  seconds === undefined ? answer : { ...answer, headers: { 'Retry-After': String(seconds) } };
