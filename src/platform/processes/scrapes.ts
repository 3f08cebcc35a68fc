import type { Worker } from 'node:cluster';
import { Counter, Gauge, Registry } from '@prometheus-io/client';
import { MergedMetrics, type MetricSnapshot } from './merged-metrics.js';

/** A process that hangs delays no scrape for longer. */
const PATIENCE_MS = 1_000;

interface Scrape {
  readonly waitingFor: Set<number>;
  readonly fresh: Set<number>;
  finish(): void;
}

/** Answers scrapes for all processes: each sends its snapshot, and the primary adds what it alone knows. */
export class Scrapes {
  private readonly registry = new Registry();
  private readonly merged = new MergedMetrics();
  private readonly running = new Map<number, Scrape>();
  private last = 0;
  private readonly answering = new Gauge({
    name: 'gatehouse_processes',
    help: 'Processes behind this port that answered the scrape; WORKERS when all are well',
    aggregator: 'sum',
    registers: [this.registry],
  });
  private readonly restarts = new Counter({
    name: 'gatehouse_process_restarts_total',
    help: 'Processes behind this port that ended unbidden and were replaced',
    registers: [this.registry],
  });

  async textOf(members: readonly Worker[]): Promise<string> {
    const id = (this.last += 1);
    const fresh = new Set<number>();
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, PATIENCE_MS);
      const finish = () => {
        clearTimeout(late);
        resolve();
      };
      this.running.set(id, { waitingFor: new Set(members.map((one) => one.id)), fresh, finish });
      for (const member of members) member.send({ kind: 'snapshot-wanted', scrape: id });
    });
    this.running.delete(id);
    this.answering.set(fresh.size);
    return this.merged.text(fresh, await this.registry.getMetricsAsJSON());
  }

  receive(member: number, id: number, metrics: MetricSnapshot): void {
    const scrape = this.running.get(id);
    this.merged.keep(member, metrics);
    if (!scrape?.waitingFor.delete(member)) return;
    scrape.fresh.add(member);
    if (scrape.waitingFor.size === 0) scrape.finish();
  }

  async end(member: number): Promise<void> {
    for (const scrape of this.running.values())
      if (scrape.waitingFor.delete(member) && scrape.waitingFor.size === 0) scrape.finish();
    await this.merged.end(member);
  }

  countRestart(): void {
    this.restarts.inc();
  }
}
