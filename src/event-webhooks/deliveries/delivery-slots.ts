/** At most this many attempts at once in this process. */
const IN_ALL = 256;
/** A claim may take this many of one subscription; with more in flight the subscription is left out. */
const EACH = 8;
/** One that failed lately holds few slots, however slowly it fails. */
const EACH_FAILING = 2;

/** Attempts in flight, per subscription: keeps a dead or slow receiver from taking the slots of the others (O-49). */
export class DeliverySlots {
  private readonly taken = new Map<string, number>();
  private readonly failing = new Set<string>();
  private total = 0;

  get full(): boolean {
    return this.total >= IN_ALL;
  }

  limits() {
    return {
      busy: [...this.taken.keys()].filter((id) => this.isBusy(id)),
      failing: [...this.failing],
      each: EACH,
      eachFailing: EACH_FAILING,
    };
  }

  take(subscriptionId: string): void {
    this.total += 1;
    this.taken.set(subscriptionId, this.count(subscriptionId) + 1);
  }

  /** @returns true when a claim may bring something that it could not bring before */
  free(subscriptionId: string, good: boolean): boolean {
    const wasClosed = this.full || this.isBusy(subscriptionId);
    this.total -= 1;
    const left = this.count(subscriptionId) - 1;
    if (left === 0) this.taken.delete(subscriptionId);
    else this.taken.set(subscriptionId, left);
    if (good) this.failing.delete(subscriptionId);
    else this.failing.add(subscriptionId);
    return wasClosed && !this.isBusy(subscriptionId);
  }

  private isBusy(id: string): boolean {
    return this.count(id) > (this.failing.has(id) ? 0 : EACH);
  }

  private count(id: string): number {
    return this.taken.get(id) ?? 0;
  }
}
