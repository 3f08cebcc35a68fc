import { AccessApi } from '../check-ins/access-api.js';
import { CallLog, type RecordedCall } from '../check-ins/call-log.js';
import { defaultExpiry } from '../check-ins/check-in-defaults.js';
import { checkInWebhook, productOf } from '../check-ins/check-in-event.js';
import type { CheckInCommand, RawCommand, RegisterCommand } from '../partner/commands.js';
import { Ledger, type LedgerCheckIn } from '../check-ins/ledger.js';
import { viewLedger, type LedgerView } from '../check-ins/ledger-view.js';
import type { PartnerAnswer } from '../partner/partner-call.js';
import { PlannedAnswers, type PlannedAnswer } from '../http/planned-answers.js';
import { register, type RegisterOutcome } from '../partner/registration.js';
import { SimulatedBookings } from '../bookings/simulated-bookings.js';
import { SimulatedSetup } from '../setup/simulated-setup.js';
import { TargetSetting, type Target } from '../partner/target.js';
import { UsageApi } from '../usage/usage-api.js';
import { deliver, sendOnce, type WebhookDelivery } from '../partner/webhook-sender.js';

/** The result of a check-in: the ledger, the event as sent, and the outcome of the webhook. */
export interface CheckInOutcome {
  readonly checkIn: LedgerCheckIn;
  readonly event: object;
  /** Empty when the webhook was to be lost. */
  readonly deliveries: readonly WebhookDelivery[];
}

/**
 * Wellhub as one object: its ledger, its planned answers, its calls to the partner. The HTTP control API mirrors it.
 */
export class SimulatedWellhub {
  readonly access: AccessApi;
  readonly bookings: SimulatedBookings;
  readonly setup: SimulatedSetup;
  readonly usage: UsageApi;
  private readonly ledgerBook = new Ledger();
  private readonly plans = new PlannedAnswers();
  private readonly log = new CallLog();
  private readonly setting: TargetSetting;

  constructor(token: string, target: Target | undefined) {
    this.setting = new TargetSetting(target);
    this.access = new AccessApi({
      token,
      ledger: this.ledgerBook,
      plans: this.plans,
      log: this.log,
      isKnownGym: (gymId) => this.isKnownGym(gymId),
    });
    this.usage = new UsageApi(token);
    this.setup = new SimulatedSetup(token, () => this.setting.get()?.wellhubGymId);
    this.bookings = new SimulatedBookings(
      token,
      () => this.setting.require(),
      (gymId) => this.isKnownGym(gymId),
    );
  }

  target(): Target | undefined {
    return this.setting.get();
  }

  setTarget(change: Partial<Target>): void {
    this.setting.set(change);
  }

  /** The person taps "check in": the ledger first, then the webhook, like the real one. */
  async checkIn(command: CheckInCommand): Promise<CheckInOutcome> {
    const target = this.setting.require();
    const { wellhubId, bookingNumber } = command;
    const gymId = command.gymId ?? target.wellhubGymId;
    const wanted = { gymId, wellhubId, bookingNumber, product: productOf(command) };
    const checkIn = this.ledgerBook.open({ ...wanted, expiresAt: expiryOf(command) });
    const event = checkInWebhook(command, gymId, checkIn.expiresAt);
    const message = {
      url: webhookUrl(target.baseUrl, command.hook ?? target.hook),
      body: JSON.stringify(event),
      secret: command.webhookSecret ?? target.webhookSecret,
    };
    const copies = command.deliver === false ? 0 : (command.deliveries ?? 1);
    const deliveries = await Promise.all(Array.from({ length: copies }, () => deliver(message)));
    return { checkIn, event, deliveries };
  }

  /** Sends any signed body once, without repetitions. */
  sendRaw(command: RawCommand): Promise<PartnerAnswer> {
    const { baseUrl, hook, webhookSecret } = this.setting.require();
    const { body, path, contentType, signature } = command;
    return sendOnce({
      url: path === undefined ? webhookUrl(baseUrl, hook) : `${baseUrl}${path}`,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      secret: command.webhookSecret ?? webhookSecret,
      contentType,
      signature,
    });
  }

  async register(command: RegisterCommand): Promise<RegisterOutcome> {
    return register(this.setting.require(), command);
  }

  planAnswer(plan: PlannedAnswer): void {
    this.plans.add(plan);
  }

  plannedAnswers(): readonly PlannedAnswer[] {
    return this.plans.list();
  }

  clearAnswers(): void {
    this.plans.clear();
  }

  /** The person cancels the open check-ins. */
  cancel(wellhubId: string): number {
    return this.ledgerBook.end(wellhubId, 'canceled');
  }

  /** The open check-ins run out now. */
  expire(wellhubId: string): number {
    return this.ledgerBook.end(wellhubId, 'expired');
  }

  ledger(wellhubId?: string): LedgerView {
    return viewLedger(this.ledgerBook, this.log, wellhubId);
  }

  calls(wellhubId?: string): readonly RecordedCall[] {
    return this.log.list(wellhubId);
  }

  /** Forgets check-ins and calls; orders stay. */
  clearLedger(): void {
    this.ledgerBook.clear();
    this.log.clear();
  }

  private isKnownGym(gymId: string): boolean {
    const own = this.setting.get()?.wellhubGymId;
    return own === undefined
      ? /^\d+$/.test(gymId)
      : gymId === own || this.ledgerBook.knowsGym(gymId);
  }
}

function webhookUrl(baseUrl: string, hook: string): string {
  return `${baseUrl}/wellhub/${hook}/webhooks`;
}

function expiryOf({ expiresInMinutes, expiresAt }: CheckInCommand): Date {
  if (expiresInMinutes !== undefined) return defaultExpiry(expiresInMinutes);
  const wire = new Date((expiresAt ?? Number.NaN) * 1000);
  return Number.isNaN(wire.getTime()) ? defaultExpiry() : wire;
}
