import { Injectable, Logger } from '@nestjs/common';
import { uuidv7 } from '../crypto/uuid.js';
import { Database, type Queries } from '../database/database.js';
import { runOutsideRequests } from '../deadline/request-context.js';
import { Metrics } from '../metrics/metrics.js';
import { CLOSE_ALERT, RAISE_ALERT } from './alerts.sql.js';

/** Replaces the partner's id in alerts about the whole installation, which concern the operator. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

export interface Alert {
  /** Or `INSTALLATION`. */
  readonly partnerId: string;
  /** `wellhub.credentials-refused`; the codes stand in `docs/alerts.md`. */
  readonly code: string;
  /** What it is about, so that a repeat counts up one open row: `gym:12`. */
  readonly object: string;
  readonly gymId?: number | null;
  readonly detail?: string;
}

/** A burst of the same alert costs one statement of this process in that time. */
const REPORT_EVERY_MS = 1_000;

/**
 * Problems that a person must resolve: one open row per code and object, a metric and a log line, never only the last.
 */
@Injectable()
export class Alerts {
  private readonly logger = new Logger('alerts');
  private readonly reported = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly metrics: Metrics,
  ) {}

  async raise(alert: Alert, queries: Queries = this.db): Promise<void> {
    const { partnerId, code, object, gymId, detail } = alert;
    const values = [partnerId, uuidv7(), code, object, gymId ?? null, detail ?? ''];
    const [row] = await queries.query<{ isTest: boolean }>(RAISE_ALERT, values);
    const line = { msg: code, partnerId, object, detail };
    // No person of the operator is called because a test went wrong.
    if (row?.isTest) return this.logger.log({ ...line, isTest: true });
    this.metrics.alerts.inc({ code });
    this.logger.warn(line);
  }

  /** Raises an alert that no answer waits for; repeats of the same second add nothing to it. */
  report(alert: Alert): void {
    const key = `${alert.partnerId} ${alert.code} ${alert.object}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    runOutsideRequests(() => {
      setTimeout(() => this.reported.delete(key), REPORT_EVERY_MS).unref();
      setImmediate(() => void this.raise(alert).catch((error: unknown) => this.miss(alert, error)));
    });
  }

  private miss({ code }: Alert, error: unknown): void {
    this.logger.error({ msg: 'an alert could not be raised', code, err: error });
  }

  async close(
    partnerId: string,
    code: string,
    object: string,
    queries: Queries = this.db,
  ): Promise<void> {
    await queries.query(CLOSE_ALERT, [partnerId, code, object]);
  }
}
