type End = () => void;

/** Steps of work of which it is not known yet whether it did anything: kept until then, or dropped. */
export class HeldSteps {
  private ends: End[] | undefined = [];

  add(end: End): void {
    if (this.ends) this.ends.push(end);
    else end();
  }

  /** They count, and so does what ends later. */
  release(): void {
    const ends = this.ends ?? [];
    this.ends = undefined;
    for (const end of ends) end();
  }
}
