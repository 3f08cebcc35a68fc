import { Injectable } from '@nestjs/common';
import { AlertList } from '../alerts/alert-list.js';
import { Alerts, INSTALLATION } from '../alerts/alerts.js';
import type { WorkerHealth } from './worker-health.js';

/** Shorter failures are transient and raise no alert. */
const FAILING_SECONDS = 60;
/** How often an alert that lasts is raised again: another replica may have closed its own. */
const REPEAT_MS = 60_000;
const MOST_OPEN = 200;

const CODES = ['worker.failing', 'worker.stuck', 'worker.behind', 'worker.missing'] as const;

/** What is wrong with one worker, or with all of them. */
export interface WorkerFault {
  readonly code: (typeof CODES)[number];
  readonly object: string;
  readonly detail: string;
}

export function faultsOf(health: WorkerHealth): WorkerFault[] {
  const { name, failuresInARow, failingSeconds, runningSeconds, waitingSeconds } = health;
  const object = objectOf(name);
  const current: WorkerFault[] = [];
  const add = (code: WorkerFault['code'], detail: string) => current.push({ code, object, detail });
  if (failuresInARow > 0 && failingSeconds >= FAILING_SECONDS)
    add('worker.failing', `${failuresInARow} failures in a row in ${whole(failingSeconds)} s`);
  if (runningSeconds >= health.longestRunSeconds)
    add('worker.stuck', `a run has not ended for ${whole(runningSeconds)} s`);
  if (waitingSeconds !== undefined && waitingSeconds >= health.lateAfterSeconds)
    add('worker.behind', `what is due waits for ${whole(waitingSeconds)} s`);
  return current;
}

export const objectOf = (worker: string) => `worker/${worker}`;
const whole = Math.floor;
const keyOf = ({ code, object }: { code: string; object: string }) => `${code} ${object}`;

/** The installation's alerts about workers: raised while there is a reason, closed when it is gone. */
@Injectable()
export class WorkerAlerts {
  /** Those that this process will close, and when they were last raised. */
  private readonly open = new Map<
    string,
    { fault: Pick<WorkerFault, 'code' | 'object'>; at: number }
  >();
  private readEarlier = false;

  constructor(
    private readonly alerts: Alerts,
    private readonly list: AlertList,
  ) {}

  /** @param elsewhere workers that other processes run: how their runs go is not known here */
  async update(
    faults: readonly WorkerFault[],
    elsewhere: ReadonlySet<string>,
    now: number,
  ): Promise<void> {
    if (!this.readEarlier) await this.readOpen(elsewhere);
    const current = new Map(faults.map((it) => [keyOf(it), it]));
    for (const [key, fault] of current) await this.raise(key, fault, now);
    for (const [key, { fault }] of this.open) if (!current.has(key)) await this.close(key, fault);
  }

  /** Alerts that a crashed process had raised are closed by the next one, or stay open. */
  private async readOpen(elsewhere: ReadonlySet<string>): Promise<void> {
    const rows = await this.list.list(INSTALLATION, {
      open: true,
      before: undefined,
      limit: MOST_OPEN,
    });
    for (const { code, object } of rows)
      if (isOurs(code) && (isSeenByAll(code) || !elsewhere.has(object)))
        this.open.set(keyOf({ code, object }), { fault: { code, object }, at: -Infinity });
    this.readEarlier = true;
  }

  private async raise(key: string, fault: WorkerFault, now: number): Promise<void> {
    if (now - (this.open.get(key)?.at ?? -Infinity) < REPEAT_MS) return;
    await this.alerts.raise({ partnerId: INSTALLATION, ...fault });
    this.open.set(key, { fault, at: now });
  }

  private async close(key: string, { code, object }: Pick<WorkerFault, 'code' | 'object'>) {
    await this.alerts.close(INSTALLATION, code, object);
    this.open.delete(key);
  }
}

const isOurs = (code: string): code is WorkerFault['code'] =>
  (CODES as readonly string[]).includes(code);

/** Faults that show in rows, which every process reads. */
const isSeenByAll = (code: WorkerFault['code']) =>
  code === 'worker.behind' || code === 'worker.missing';
