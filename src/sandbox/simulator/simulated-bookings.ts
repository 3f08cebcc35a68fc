import { BookingApi } from './booking-api.js';
import { BookingBooks, type BookingsView } from './booking-books.js';
import { bookingEvent, type BookingCommand } from './booking-commands.js';
import { BookingPlans, type BookingPlan } from './booking-plans.js';
import type { Target } from './target.js';
import { deliver, type Delivery } from './webhook-sender.js';

export interface BookingOutcome {
  readonly event: object;
  /** Empty when the webhook was to be lost. */
  readonly deliveries: readonly Delivery[];
}

/** The booking side of Wellhub: its calls to the partner, its API, its books. */
export class SimulatedBookings {
  readonly api: BookingApi;
  private readonly books = new BookingBooks();
  private readonly plans = new BookingPlans();

  constructor(
    token: string,
    private readonly target: () => Target,
    isKnownGym: (gymId: string) => boolean,
  ) {
    this.api = new BookingApi(token, this.books, this.plans, isKnownGym);
  }

  /** The books first, then the webhook, like the real one. */
  async send(command: BookingCommand): Promise<BookingOutcome> {
    const { baseUrl, hook, webhookSecret, wellhubGymId } = this.target();
    const { bookingNumber, wellhubId } = command;
    if (command.event === 'requested') this.books.request(bookingNumber, wellhubGymId, wellhubId);
    if (command.event === 'canceled') this.books.end(bookingNumber, 'CANCELED');
    if (command.event === 'late-canceled') this.books.end(bookingNumber, 'LATE_CANCELED');
    const event = bookingEvent(command, wellhubGymId);
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
    return this.books.view();
  }

  clear(): void {
    this.books.clear();
  }
}
