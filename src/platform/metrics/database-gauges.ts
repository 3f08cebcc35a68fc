import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from '@prometheus-io/client';
import { Database } from '../database/database.js';
import { oneByOne } from '../worker/one-by-one.js';
import { Workers } from '../worker/workers.js';
import { Metrics } from './metrics.js';
import { showGauge } from './show-gauge.js';

/** What a room shows of its tables. */
export interface DatabaseGaugeSource {
  readonly room: string;
  /**
   * One row for each series: a column for each gauge, by its name, and one for the label. It reads an index, and counts
   * at most `COUNTED_ROWS`: its cost does not grow with a backlog.
   */
  readonly sql: string;
  readonly values?: () => readonly unknown[];
  readonly label?: string;
  /** What each gauge means, by its name without the prefix. */
  readonly gauges: Readonly<Record<string, string>>;
}

/** A backlog is counted up to here; who has to act needs no more. */
export const COUNTED_ROWS = 10_000;

/** Seconds since the oldest of the counted rows; 0 without any. */
export const oldestSecondsSql = (column: string): string =>
  `greatest(0, coalesce(extract(epoch from clock_timestamp() - min(${column})), 0))::float8`;

const READ_EVERY_MS = 15_000;
/** Older values are no longer shown: they would look like a state of now. */
const STALE_MS = 120_000;

type Row = Readonly<Record<string, number | string | null>>;

interface Reading {
  readonly rows: readonly Row[];
  readonly at: number;
}

/**
 * Numbers of the database's rows, which rooms declare. Every process reads them by itself, and not for a scrape: that
 * would wait for the database. They are the same in every process.
 */
@Injectable()
export class DatabaseGauges implements OnModuleInit {
  private readonly sources: DatabaseGaugeSource[] = [];
  private readonly readings = new Map<DatabaseGaugeSource, Reading>();
  now: () => number = () => performance.now();
  private readonly startedAt = this.now();

  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly metrics: Metrics,
  ) {
    showGauge(
      metrics.registry,
      {
        name: 'gatehouse_state_age_seconds',
        help: 'How old the numbers of the database are. They are read every 15 s, and not shown once they are 120 s old',
        aggregator: 'max',
      },
      () => this.ageMs / 1_000,
    );
  }

  get declared(): readonly DatabaseGaugeSource[] {
    return this.sources;
  }

  /** For constructors of repositories. */
  declare(source: DatabaseGaugeSource): void {
    this.sources.push(source);
    for (const [name, help] of Object.entries(source.gauges)) this.show(source, name, help);
  }

  onModuleInit(): void {
    this.workers.add({
      name: 'metrics',
      role: 'any',
      queue: null,
      everyMs: READ_EVERY_MS,
      run: () => this.read().then(() => 0),
    });
  }

  /** @throws when one cannot be read, after all others were */
  async read(): Promise<void> {
    await oneByOne(this.sources, async (source) => {
      const { room, sql, values = () => [] } = source;
      const rows = await this.db.query<Row>({ name: `gauges.${room}`, text: sql }, values());
      this.readings.set(source, { rows, at: this.now() });
    });
  }

  /** Of the source that was read the longest time ago. */
  private get ageMs(): number {
    const ages = this.sources.map((source) => this.ageOf(source));
    return Math.max(0, ...ages);
  }

  private ageOf(source: DatabaseGaugeSource): number {
    return this.now() - (this.readings.get(source)?.at ?? this.startedAt);
  }

  private show(source: DatabaseGaugeSource, name: string, help: string): void {
    const { label } = source;
    const gauge: Gauge<string> = new Gauge<string>({
      name: `gatehouse_${name}`,
      help,
      aggregator: 'max',
      labelNames: label === undefined ? [] : [label],
      registers: [this.metrics.registry],
      collect: () => {
        gauge.reset();
        // Else it would show 0.
        if (label === undefined) gauge.remove({});
        if (this.ageOf(source) > STALE_MS) return;
        for (const row of this.readings.get(source)?.rows ?? [])
          gauge.set(label === undefined ? {} : { [label]: String(row[label]) }, Number(row[name]));
      },
    });
  }
}
