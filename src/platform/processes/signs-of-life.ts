/** How often each process sends one. */
export const SIGN_EVERY_MS = 5_000;
const MOST_MISSED = 6;

/**
 * Finds processes that hang. Counted are looks without a sign, not time: a primary that was frozen itself finds the
 * signs that came meanwhile before it looks again.
 */
export class SignsOfLife {
  private readonly missed = new Map<number, number>();

  receive(member: number): void {
    this.missed.set(member, 0);
  }

  end(member: number): void {
    this.missed.delete(member);
  }

  /** @returns those that were silent for too long; a process counts from its first sign on */
  check(): number[] {
    for (const [member, missed] of this.missed) this.missed.set(member, missed + 1);
    return [...this.missed].filter(([, missed]) => missed > MOST_MISSED).map(([member]) => member);
  }
}
