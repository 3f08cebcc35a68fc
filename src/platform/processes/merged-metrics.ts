import { Registry, type MetricObjectWithValues, type MetricValue } from '@prometheus-io/client';

export type MetricSnapshot = MetricObjectWithValues<MetricValue<string>>[];

/** What only grows; it must not shrink when a process ends. */
const isTotal = ({ type }: { readonly type: unknown }) =>
  type === 'counter' || type === 'histogram';

/** The metrics of all processes as one answer, as each metric's `aggregator` says. */
export class MergedMetrics {
  private readonly latest = new Map<number, MetricSnapshot>();
  private ended: MetricSnapshot = [];

  keep(member: number, snapshot: MetricSnapshot): void {
    this.latest.set(member, snapshot);
  }

  /** Its counters stay as they were last read, so that no sum goes back. */
  async end(member: number): Promise<void> {
    const totals = (this.latest.get(member) ?? []).filter(isTotal);
    this.latest.delete(member);
    this.ended = await Registry.aggregate([this.ended, totals]).getMetricsAsJSON();
  }

  /** @param fresh those who have just answered; of the others only the totals count */
  text(fresh: ReadonlySet<number>, own: MetricSnapshot): Promise<string> {
    const members = [...this.latest].map(([member, snapshot]) =>
      fresh.has(member) ? snapshot : snapshot.filter(isTotal),
    );
    return Registry.aggregate([...members, this.ended, own]).metrics();
  }
}
