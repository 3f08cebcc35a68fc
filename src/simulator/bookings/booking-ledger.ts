export type LedgerDecision = 'RESERVED' | 'REJECTED' | 'CANCELLED_BY_GYM';

/** One call of the booking API as it arrived. */
export interface RecordedPatch {
  readonly at: Date;
  readonly kind: 'booking' | 'slot';
  readonly gymId: string;
  /** The booking number, or `class/slot`. */
  readonly name: string;
  readonly body: unknown;
  readonly hasGymHeader: boolean;
  /** What was answered; missing while the call is open. */
  status?: number;
}

/** A booking in Wellhub's own state, with every call about it. */
export interface BookedPlace {
  readonly number: string;
  readonly gymId: string;
  readonly wellhubId: string;
  status: 'REQUESTED' | 'CANCELED' | 'LATE_CANCELED' | LedgerDecision;
  readonly decisions: LedgerDecision[];
}

export interface BookedSlot {
  totalBooked: number;
  totalCapacity: number | undefined;
  changes: number;
}

/** `GET /control/bookings`: Wellhub's own state of bookings. */
export interface BookingsView {
  readonly bookings: Readonly<Record<string, BookedPlace>>;
  readonly slots: Readonly<Record<string, BookedSlot>>;
  /** Per booking number: the most calls that were open at one moment (W-62). */
  readonly mostAtOnce: Readonly<Record<string, number>>;
  readonly calls: readonly RecordedPatch[];
}

const KEPT_CALLS = 5_000;

/** Wellhub's record of bookings, slots and of the calls about them. */
export class BookingLedger {
  private readonly places = new Map<string, BookedPlace>();
  private readonly slots = new Map<string, BookedSlot>();
  private readonly open = new Map<string, number>();
  private readonly most = new Map<string, number>();
  private calls: RecordedPatch[] = [];

  request(number: string, gymId: string, wellhubId: string): void {
    if (this.places.has(number)) return;
    this.places.set(number, { number, gymId, wellhubId, status: 'REQUESTED', decisions: [] });
  }

  end(number: string, status: 'CANCELED' | 'LATE_CANCELED'): void {
    const place = this.places.get(number);
    if (place) place.status = status;
  }

  /** @returns the status of the answer: a decision may be repeated, not changed */
  decide(number: string, gymId: string, decision: LedgerDecision): 204 | 404 | 409 {
    const place = this.places.get(number);
    if (place === undefined || place.gymId !== gymId) return 404;
    const from = decision === 'CANCELLED_BY_GYM' ? 'RESERVED' : 'REQUESTED';
    if (place.status !== from && place.status !== decision) return 409;
    place.status = decision;
    place.decisions.push(decision);
    return 204;
  }

  setSlot(name: string, totalBooked: number, totalCapacity: number | undefined): void {
    const changes = (this.slots.get(name)?.changes ?? 0) + 1;
    this.slots.set(name, { totalBooked, totalCapacity, changes });
  }

  /** @returns what to call when the connection of this call is done */
  begin(call: RecordedPatch): () => void {
    this.calls = [...this.calls.slice(1 - KEPT_CALLS), call];
    const open = (this.open.get(call.name) ?? 0) + 1;
    this.open.set(call.name, open);
    this.most.set(call.name, Math.max(open, this.most.get(call.name) ?? 0));
    return () => this.open.set(call.name, (this.open.get(call.name) ?? 1) - 1);
  }

  view(): BookingsView {
    return {
      bookings: Object.fromEntries(this.places),
      slots: Object.fromEntries(this.slots),
      mostAtOnce: Object.fromEntries(this.most),
      calls: this.calls,
    };
  }

  clear(): void {
    for (const book of [this.places, this.slots, this.open, this.most]) book.clear();
    this.calls = [];
  }
}
