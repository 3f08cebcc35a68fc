import { Injectable } from '@nestjs/common';
import { Gauge } from '@prometheus-io/client';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { COUNTS_FOR } from '../encryption-keys/stored-keys.js';
import { Metrics } from '../metrics/metrics.js';
import { WorkerStates } from '../worker/worker-states.js';
import { HealthDetails } from './health-details.js';
import type { WorkerFault } from './worker-alerts.js';

const RUNNING = {
  name: 'health.worker-processes',
  text: `select count(*)::int as running from running_replicas
    where does_background_work and seen_at > clock_timestamp() - interval '${COUNTS_FOR}'`,
};
/** A process that starts anew is no reason to call anybody. */
const MISSING_SECONDS = 60;

/** Whether any process does background work; without one, rows wait that only alerts can point out. */
@Injectable()
export class WorkerProcesses {
  private running: number | undefined;
  private missingSince: number | undefined;

  constructor(
    private readonly db: Database,
    { role, processes: of }: Settings,
    { registry }: Metrics,
    details: HealthDetails,
    private readonly states: WorkerStates,
  ) {
    details.declare('process', () => ({ pid: process.pid, of, role }));
    details.declare('workerProcesses', () => this.running ?? null);
    const roles = new Gauge({
      name: 'gatehouse_process_role',
      help: 'Processes of each role behind this port',
      aggregator: 'sum',
      labelNames: ['role'] as const,
      registers: [registry],
    });
    roles.set({ role }, 1);
    const processes: Gauge = new Gauge({
      name: 'gatehouse_worker_processes',
      help: 'Processes that do background work, here and elsewhere, as last seen',
      aggregator: 'max',
      registers: [registry],
      collect: () => {
        if (this.running !== undefined) processes.set(this.running);
      },
    });
  }

  /** @throws while the database is away */
  async count(): Promise<void> {
    const [row] = await this.db.query<{ running: number }>(RUNNING, []);
    this.running = row?.running ?? 0;
    this.missingSince = this.running > 0 ? undefined : (this.missingSince ?? this.states.now());
  }

  faults(): WorkerFault[] {
    if (this.missingSince === undefined) return [];
    const seconds = (this.states.now() - this.missingSince) / 1_000;
    if (seconds < MISSING_SECONDS) return [];
    const detail = `no process with ROLE=worker or ROLE=all has run for ${Math.floor(seconds)} s`;
    return [{ code: 'worker.missing', object: 'worker/every', detail }];
  }
}
