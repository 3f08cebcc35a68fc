import { randomUUID } from 'node:crypto';

export type LedgerState = 'pending' | 'validated' | 'expired' | 'canceled';

export interface Product {
  readonly id: number;
  readonly description: string;
}

/** One check-in as Wellhub itself knows it. */
export interface LedgerCheckIn {
  readonly id: string;
  readonly gymId: string;
  readonly wellhubId: string;
  bookingNumber: string | undefined;
  product: Product;
  state: LedgerState;
  readonly createdAt: Date;
  expiresAt: Date;
  validatedAt: Date | undefined;
}

export type NewLedgerCheckIn = Pick<
  LedgerCheckIn,
  'gymId' | 'wellhubId' | 'bookingNumber' | 'product' | 'expiresAt'
>;

/** What Wellhub finds when a gym validates. */
export type ValidationResult =
  | { readonly kind: 'ok' | 'already'; readonly checkIn: LedgerCheckIn }
  | { readonly kind: 'expired' | 'canceled' | 'notfound' };

/** Wellhub's own record: which check-ins there are and which of them it will pay. */
export class Ledger {
  private readonly byPerson = new Map<string, LedgerCheckIn[]>();
  private readonly gyms = new Set<string>();

  /** A person who taps twice has one open check-in; another booking is another check-in. */
  open(wanted: NewLedgerCheckIn): LedgerCheckIn {
    this.gyms.add(wanted.gymId);
    const known = this.of(wanted.gymId, wanted.wellhubId);
    const open = known.find((one) => one.state === 'pending' && isSameVisit(one, wanted));
    if (open !== undefined) {
      open.bookingNumber ??= wanted.bookingNumber;
      return Object.assign(open, { product: wanted.product, expiresAt: wanted.expiresAt });
    }
    const fresh = { id: randomUUID(), state: 'pending', validatedAt: undefined } as const;
    const checkIn: LedgerCheckIn = { ...wanted, ...fresh, createdAt: new Date() };
    this.byPerson.set(personKey(wanted.gymId, wanted.wellhubId), [...known, checkIn]);
    return checkIn;
  }

  /** Validates the oldest open check-in; without one, the reason is that of the newest. */
  validate(gymId: string, wellhubId: string): ValidationResult {
    const known = this.of(gymId, wellhubId);
    const open = known.find((checkIn) => checkIn.state === 'pending');
    if (open !== undefined) {
      return { kind: 'ok', checkIn: Object.assign(open, validatedNow()) };
    }
    const last = known.at(-1);
    if (last === undefined) return { kind: 'notfound' };
    if (last.state === 'validated') return { kind: 'already', checkIn: last };
    return { kind: last.state === 'canceled' ? 'canceled' : 'expired' };
  }

  /** Whether a check-in waits to be validated. */
  isOpen(gymId: string, wellhubId: string): boolean {
    return this.of(gymId, wellhubId).some(({ state }) => state === 'pending');
  }

  /** An order to answer "ok" pays also a person who never checked in. */
  validateAnyway(wanted: NewLedgerCheckIn): LedgerCheckIn {
    const finding = this.validate(wanted.gymId, wanted.wellhubId);
    if (finding.kind === 'ok') return finding.checkIn;
    return Object.assign(this.open(wanted), validatedNow());
  }

  /** Ends the open check-ins of a person, at every gym. @returns how many there were. */
  end(wellhubId: string, state: 'expired' | 'canceled'): number {
    const open = this.all(wellhubId).filter((checkIn) => checkIn.state === 'pending');
    for (const checkIn of open) checkIn.state = state;
    return open.length;
  }

  all(wellhubId?: string): readonly LedgerCheckIn[] {
    const found =
      wellhubId === undefined
        ? [...this.byPerson.values()].flat()
        : [...this.gyms].flatMap((gymId) => this.of(gymId, wellhubId));
    for (const checkIn of found) expireWhenDue(checkIn);
    return found;
  }

  knowsGym(gymId: string): boolean {
    return this.gyms.has(gymId);
  }

  clear(): void {
    this.byPerson.clear();
  }

  private of(gymId: string, wellhubId: string): readonly LedgerCheckIn[] {
    const known = this.byPerson.get(personKey(gymId, wellhubId)) ?? [];
    for (const checkIn of known) expireWhenDue(checkIn);
    return known;
  }
}

function personKey(gymId: string, wellhubId: string): string {
  return `${gymId}/${wellhubId}`;
}

function isSameVisit(one: LedgerCheckIn, other: NewLedgerCheckIn): boolean {
  const numbers = [one.bookingNumber, other.bookingNumber];
  return numbers.includes(undefined) || numbers[0] === numbers[1];
}

function expireWhenDue(checkIn: LedgerCheckIn): void {
  if (checkIn.state === 'pending' && checkIn.expiresAt.getTime() <= Date.now()) {
    checkIn.state = 'expired';
  }
}

function validatedNow(): { state: 'validated'; validatedAt: Date } {
  return { state: 'validated', validatedAt: new Date() };
}
