import { Counter, Gauge } from '@prometheus-io/client';
import type { Metrics } from '../metrics/metrics.js';
import type { WorkerHealth, WorkersHealth } from './worker-health.js';

type Read = (worker: WorkerHealth) => number | undefined;

const labelNames = ['worker'] as const;

/** A task runs only when there is work, and a worker of another role not here: that it does not is no fault. */
const lastSuccess: Read = ({ isLoop, runsHere, lastSuccessAt, knownSince }) =>
  isLoop && runsHere ? (lastSuccessAt ?? knownSince).getTime() / 1_000 : undefined;

const GAUGES: readonly (readonly [name: string, help: string, read: Read])[] = [
  [
    'last_success_timestamp_seconds',
    'When a run of the worker last ended well; before the first, when the process began. Each runs every 10 minutes at least',
    lastSuccess,
  ],
  [
    'failures_in_a_row',
    'Runs of the worker that failed since one ended well',
    ({ failuresInARow }) => failuresInARow,
  ],
  [
    'running_seconds',
    'How long the oldest run of the worker is under way',
    ({ runningSeconds }) => runningSeconds,
  ],
  [
    'oldest_waiting_seconds',
    'How long the oldest row waits that is due; 0 when none does',
    ({ waitingSeconds }) => waitingSeconds,
  ],
];

/** How each worker is doing: what fails or hangs for ever shows, also when it never succeeded. */
export function showWorkers(workers: WorkersHealth, { registry }: Metrics): void {
  const registers = [registry];
  for (const [name, help, read] of GAUGES) {
    const gauge: Gauge<'worker'> = new Gauge({
      name: `gatehouse_worker_${name}`,
      help,
      aggregator: 'max',
      labelNames,
      registers,
      collect: () => {
        gauge.reset();
        for (const worker of workers.all()) {
          const value = read(worker);
          if (value !== undefined) gauge.set({ worker: worker.name }, value);
        }
      },
    });
  }
  const failures: Counter<'worker'> = new Counter({
    name: 'gatehouse_worker_failures_total',
    help: 'Runs of the worker that failed',
    labelNames,
    registers,
    collect: () => {
      failures.reset();
      for (const worker of workers.all()) failures.inc({ worker: worker.name }, worker.failures);
    },
  });
}
