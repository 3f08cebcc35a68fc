/** At most this many attempts at once in this process. */
const IN_ALL = 256;
/** A claim may bring this many of one subscription; with half its slots taken it is left out. */
const EACH = 8;
/** One that failed lately holds few slots, however slowly it fails. */
const EACH_FAILING = 2;

/** Who is being called right now: keeps a dead or slow receiver from taking the places of the others (O-49). */
export class DeliverySlots {
  private readonly taken = new Map<string, number>();
  private readonly failing = new Set<string>();
  private total = 0;

  get full(): boolean {
    return this.total >= IN_ALL;
  }

  limits() {
    const busy = [...this.taken].filter(([id, count]) => count > (this.failing.has(id) ? 0 : EACH));
    return {
      busy: busy.map(([id]) => id),
      failing: [...this.failing],
      each: EACH,
      eachFailing: EACH_FAILING,
    };
  }

  take(subscriptionId: string): void {
    this.total += 1;
    this.taken.set(subscriptionId, (this.taken.get(subscriptionId) ?? 0) + 1);
  }

  free(subscriptionId: string, good: boolean): void {
    this.total -= 1;
    const left = (this.taken.get(subscriptionId) ?? 1) - 1;
    if (left === 0) this.taken.delete(subscriptionId);
    else this.taken.set(subscriptionId, left);
    if (good) this.failing.delete(subscriptionId);
    else this.failing.add(subscriptionId);
  }
}
