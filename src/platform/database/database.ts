import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { currentSpan, remainingMs, runHoldingConnection } from '../deadline/request-context.js';
import { within } from '../deadline/within.js';
import { inSpan } from '../tracing/in-span.js';
import { GRACE_MS } from './connection.js';
import {
  asDatabaseFailure,
  isConnectionEnded,
  isDatabaseDown,
  isUndone,
} from './database-failure.js';
import { sqlFailureOf, type SqlFailure } from './sql-failures.js';

/** A named statement: parsed and planned once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Where a repository runs its statements: the pool, or one transaction on it. */
export interface Queries {
  query<R extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<R[]>;
  /** Runs once what was written here is committed, and never when it is rolled back; the same function runs once. */
  afterCommit(work: () => void): void;
}

/** Longest waits; the surface's deadline shortens them. */
interface Limits {
  readonly connectMs: number;
  readonly statementMs: number;
}
/**
 * Of a statement; or what makes them each time it is sent, for those that say how long ago something was: a connection
 * may have been waited for.
 */
type Values = readonly unknown[] | (() => readonly unknown[]);
interface Run {
  readonly statement: Statement;
  readonly values: Values;
  readonly longestMs: number;
}

/** As the metrics have it. */
const BREAKER_NUMBERS = {
  [CircuitState.Closed]: 0,
  [CircuitState.HalfOpen]: 1,
  [CircuitState.Open]: 2,
  [CircuitState.Isolated]: 2,
} as const;
type BreakerNumber = (typeof BREAKER_NUMBERS)[CircuitState];

const LIMITS: Limits = { connectMs: 1_500, statementMs: 2_000 };

/** Of a statement in a trace; its name says which, and its text and values stay here. */
const STEP = { kind: 'client', attributes: { 'db.system.name': 'postgresql' } } as const;

const MOST_ATTEMPTS = 3;
/** With less time left, a further try would only end as one that the database did not answer. */
const LEAST_FOR_A_TRY_MS = 100;

/**
 * Named SQL over the one pool. Every step is bound by the deadline of the request it serves.
 * Fails with `request.unavailable` when the database is down or does not answer in time: after five such
 * failures in a row a breaker answers at once, and lets one try through every 500 ms. The end of connections that had
 * been open is no such failure: the next try finds out whether there is a server. The victim of a dead-lock fails
 * with it, too; a statement that was a transaction by itself only when that happens to it three times.
 */
@Injectable()
export class Database implements Queries {
  /** The errors with which open connections ended. */
  private readonly ends = new WeakSet<object>();

  private readonly breaker = circuitBreaker(
    handleWhen((error) => isDatabaseDown(error) && !this.ends.has(error)),
    { halfOpenAfter: 500, breaker: new ConsecutiveBreaker(5) },
  );

  private readonly logger = new Logger('database');

  constructor(
    private readonly pool: Pool,
    private readonly limits: Limits = LIMITS,
    private readonly onFailure: (failure: SqlFailure) => void = () => undefined,
  ) {}

  get breakerState(): BreakerNumber {
    return BREAKER_NUMBERS[this.breaker.state];
  }

  async query<R extends QueryResultRow>(statement: Statement, values: Values): Promise<R[]> {
    return this.use((client) => runAgainWhenUndone<R>(client, this.toRun(statement, values)));
  }

  /** Every statement on the pool is committed when it returns. */
  afterCommit(work: () => void): void {
    this.runCommitted(work);
  }

  /**
   * All of `work`'s statements or none. A failure while committing means "unknown", not "not saved".
   * @param lockMs longest wait for what another transaction holds, where that is less than a statement's time
   */
  async transaction<T>(
    work: (tx: Queries) => Promise<T>,
    { lockMs }: { readonly lockMs?: number } = {},
  ): Promise<T> {
    const committed = new Set<() => void>();
    const result = await this.use(async (client) => {
      await client.query(
        lockMs === undefined ? 'begin' : `begin; set local lock_timeout = ${lockMs}`,
      );
      try {
        const tx: Queries = {
          query: (statement, values) => run(client, this.toRun(statement, values)),
          afterCommit: (followUp) => void committed.add(followUp),
        };
        const result = await runHoldingConnection(() => work(tx));
        await client.query('commit');
        return result;
      } catch (error) {
        if (!isDatabaseDown(error)) await client.query('rollback');
        throw error;
      }
    });
    for (const followUp of committed) this.runCommitted(followUp);
    return result;
  }

  private toRun(statement: Statement, values: Values): Run {
    return { statement, values, longestMs: this.limits.statementMs + GRACE_MS };
  }

  /** The transaction is committed: a follow-up that fails must not report otherwise. */
  private runCommitted(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.logger.error({ msg: 'work after a commit failed', err: error });
    }
  }

  private async use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    try {
      return await this.breaker.execute(() => this.withClient(work));
    } catch (error) {
      const failure = sqlFailureOf(error);
      if (failure) this.onFailure(failure);
      throw asDatabaseFailure(error);
    }
  }

  private async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.connect();
    let broken: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      if (isDatabaseDown(error)) broken = error as Error;
      if (broken && isConnectionEnded(broken)) this.ends.add(broken);
      throw error;
    } finally {
      // A connection whose statement did not end may still be running it: it must not be reused.
      client.release(broken);
    }
  }

  private async connect(): Promise<PoolClient> {
    const waiting = this.pool.connect();
    try {
      return await within(remainingMs(this.limits.connectMs), waiting);
    } catch (error) {
      waiting.then(
        (late) => late.release(),
        () => undefined,
      );
      throw error;
    }
  }
}

async function run<R extends QueryResultRow>(
  client: PoolClient,
  { statement, values, longestMs }: Run,
): Promise<R[]> {
  const sent = typeof values === 'function' ? values() : values;
  const query = { ...statement, values: [...sent], query_timeout: remainingMs(longestMs) || 1 };
  const step = currentSpan()?.child(statement.name, STEP);
  const { rows } = await inSpan(step, () => client.query<R>(query));
  return rows;
}

/**
 * For a statement that is a transaction by itself. The victim of a dead-lock waits a moment before it retries: at once
 * it would take the same lock before the others wake, and dead-lock again.
 */
async function runAgainWhenUndone<R extends QueryResultRow>(
  client: PoolClient,
  one: Run,
): Promise<R[]> {
  for (let tries = 1; ; tries += 1)
    try {
      return await run<R>(client, one);
    } catch (error) {
      const isLast = tries === MOST_ATTEMPTS || remainingMs(one.longestMs) < LEAST_FOR_A_TRY_MS;
      if (!isUndone(error) || isLast) throw error;
      await sleep(tries * (5 + Math.random() * 20));
    }
}
