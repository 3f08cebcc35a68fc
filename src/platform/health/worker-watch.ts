import { performance } from 'node:perf_hooks';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { runOutsideRequests } from '../deadline/request-context.js';
import { Metrics } from '../metrics/metrics.js';
import { HealthDetails } from './health-details.js';
import { faultsOf, objectOf, WorkerAlerts, type WorkerFault } from './worker-alerts.js';
import { WorkersHealth, type WorkerHealth } from './worker-health.js';
import { showWorkers } from './worker-metrics.js';
import { WorkerProcesses } from './worker-processes.js';

const CHECK_EVERY_MS = 10_000;

/**
 * Detects workers that fail, hang or fall behind. A timer of its own: a loop that hangs cannot detect that. While the
 * database is away it only logs; alerts wait until two checks in a row reached it, since workers need a moment to catch
 * up.
 */
@Injectable()
export class WorkerWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('workers');
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> | undefined;
  private reachedBefore = false;

  constructor(
    private readonly workers: WorkersHealth,
    private readonly processes: WorkerProcesses,
    private readonly alerts: WorkerAlerts,
    metrics: Metrics,
    details: HealthDetails,
  ) {
    showWorkers(workers, metrics);
    details.declare('workers', () => workers.all().map(shown));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.check(), CHECK_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.checking;
  }

  /** Never rejects. */
  check(): Promise<void> {
    this.checking ??= runOutsideRequests(() => this.see()).finally(
      () => (this.checking = undefined),
    );
    return this.checking;
  }

  private async see(): Promise<void> {
    try {
      await this.workers.readQueues();
      await this.processes.count();
      if (this.reachedBefore)
        await this.alerts.update(this.faults(), this.elsewhere(), performance.now());
      this.reachedBefore = true;
    } catch (error) {
      this.reachedBefore = false;
      const workers = this.faults().map(
        ({ code, object, detail }) => `${code} ${object}: ${detail}`,
      );
      this.logger.warn({ msg: 'alerts about workers cannot be stored', workers, err: error });
    }
  }

  private faults(): WorkerFault[] {
    return [...this.workers.all().flatMap(faultsOf), ...this.processes.faults()];
  }

  private elsewhere(): ReadonlySet<string> {
    const others = this.workers.all().filter(({ runsHere }) => !runsHere);
    return new Set(others.map(({ name }) => objectOf(name)));
  }
}

/** For people. */
const shown = ({
  name,
  runsHere,
  lastSuccessAt,
  failuresInARow,
  runningSeconds,
  waitingSeconds,
}: WorkerHealth) => ({
  name,
  runsHere,
  lastSuccessAt: lastSuccessAt ?? null,
  failuresInARow,
  runningSeconds: Math.floor(runningSeconds),
  oldestWaitingSeconds: waitingSeconds === undefined ? null : Math.floor(waitingSeconds),
});
