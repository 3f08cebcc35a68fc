import { Counter, type Registry } from '@prometheus-io/client';

export interface CountedByOptions<V extends string> {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  /** All that there are: nothing else can become a series. */
  readonly values: readonly V[];
  readonly registry: Registry;
}

/**
 * A counter with one label of a closed set. Each of its series is there from the start, so that `rate()` sees the first
 * increment as well, and to count costs no look-up of labels.
 */
export class CountedBy<V extends string> {
  private readonly children: ReadonlyMap<V, { inc(): void }>;

  constructor({ name, help, label, values, registry }: CountedByOptions<V>) {
    const counter = new Counter({ name, help, labelNames: [label], registers: [registry] });
    this.children = new Map(
      values.map((value) => {
        counter.inc({ [label]: value }, 0);
        return [value, counter.labels({ [label]: value })];
      }),
    );
  }

  count(value: V): void {
    this.children.get(value)?.inc();
  }
}
