import { BookingApi } from './booking-api.js';
import { BookingLedger, type BookingsView } from './booking-ledger.js';
import { bookingWebhook, type BookingCommand } from './booking-commands.js';
import { BookingPlans, type BookingPlan } from './booking-plans.js';
import type { Target } from '../partner/target.js';
import { deliver, type WebhookDelivery } from '../partner/webhook-sender.js';

export interface BookingOutcome {
  readonly event: object;
  /** Empty when the webhook was to be lost. */
  readonly deliveries: readonly WebhookDelivery[];
}

/** The booking side of Wellhub: its calls to the partner, its API, its ledger. */
export class SimulatedBookings {
  readonly api: BookingApi;
  private readonly ledger = new BookingLedger();
  private readonly plans = new BookingPlans();

  constructor(
    token: string,
    private readonly target: () => Target,
    isKnownGym: (gymId: string) => boolean,
  ) {
    this.api = new BookingApi(token, this.ledger, this.plans, isKnownGym);
  }

  /** The ledger first, then the webhook, like the real one. */
  async send(command: BookingCommand): Promise<BookingOutcome> {
    const { baseUrl, hook, webhookSecret, wellhubGymId } = this.target();
    const { bookingNumber, wellhubId } = command;
    if (command.event === 'requested') this.ledger.request(bookingNumber, wellhubGymId, wellhubId);
    if (command.event === 'canceled') this.ledger.end(bookingNumber, 'CANCELED');
    if (command.event === 'late-canceled') this.ledger.end(bookingNumber, 'LATE_CANCELED');
    const event = bookingWebhook(command, wellhubGymId);
    const url = `${baseUrl}/wellhub/${hook}/webhooks`;
    const message = { url, body: JSON.stringify(event), secret: webhookSecret };
    const copies = command.deliver === false ? 0 : (command.deliveries ?? 1);
    const deliveries = await Promise.all(Array.from({ length: copies }, () => deliver(message)));
    return { event, deliveries };
  }

  plan(plan: BookingPlan): void {
    this.plans.add(plan);
  }

  clearPlans(): void {
    this.plans.clear();
  }

  view(): BookingsView {
    return this.ledger.view();
  }

  clear(): void {
    this.ledger.clear();
  }
}
