import { Gauge, type Registry } from '@prometheus-io/client';

export interface ShownGauge {
  readonly name: string;
  readonly help: string;
  /** How the values of several processes behind one port become one. */
  readonly aggregator: 'sum' | 'min' | 'max';
}

/** A number of this process, read at each scrape. `read` takes it from memory: a scrape waits for nothing. */
export function showGauge(registry: Registry, how: ShownGauge, read: () => number): void {
  const made: Gauge = new Gauge({
    ...how,
    registers: [registry],
    collect: () => made.set(read()),
  });
}
