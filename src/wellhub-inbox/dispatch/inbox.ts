import { Injectable, Logger } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { DecryptionError } from '../../platform/crypto/secret-box.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { isDatabaseDown, isUndone } from '../../platform/database/database-failure.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { WorkQueue } from '../../platform/worker/workers.js';
import {
  InboxClaimsRepository,
  receivedSinceSql,
  type ClaimedRow,
  type EventRef,
} from './inbox-claims.repository.js';
import type { Handled, Handler, ProcessedEvent, TogetherHandler } from './inbox-event.js';
import { InboxDecoding, type KnownGyms } from './inbox-decoding.js';
import { InboxSignals } from '../storage/inbox-signals.js';

const POLL_BATCH = 60;
const LANES = 3;
/** Enough that the fixed cost of a poll is negligible, few enough that it ends quickly. */
export const HANDLED_TOGETHER = 100;
/** When a transaction holds a row that the batch needs for longer than this, each event is handled alone. */
const TOGETHER_LOCK_MS = 250;
const MAX_ATTEMPTS = 12;

/** Wellhub's events, dispatched by type: each event to exactly one handler that succeeds. */
@Injectable()
export class Inbox {
  private readonly logger = new Logger('inbox');

  constructor(
    private readonly db: Database,
    private readonly rows: InboxClaimsRepository,
    private readonly decoding: InboxDecoding,
    private readonly signals: InboxSignals,
    private readonly alerts: Alerts,
  ) {}

  /**
   * Claims what is due and runs the handler with the state change in one transaction per event. When the handler throws
   * for an event, that event is retried later and the others are not affected. @param together handles the plain ones
   * among them first, in one transaction for all @returns how many were settled
   */
  async claimEach(
    types: readonly string[],
    handle: Handler,
    together?: TogetherHandler,
  ): Promise<number> {
    const due = await this.rows.due(types, together ? HANDLED_TOGETHER : POLL_BATCH);
    if (due.length === 0) return 0;
    const done = together && (await this.handleTogether(types, due, together));
    const left: EventRef[] = done?.left ?? due.slice(0, POLL_BATCH);
    let settled = done?.settled ?? 0;
    const lane = async (): Promise<void> => {
      for (let ref = left.shift(); ref; ref = left.shift())
        if (await this.handleOne(ref, handle)) settled += 1;
    };
    const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return settled;
  }

  /** What waits for the worker that claims events of these types. */
  queueOf(types: readonly string[]): WorkQueue {
    return { waitingSinceSql: receivedSinceSql(types) };
  }

  /** Runs the listener when this process stores an event of one of the types. */
  onStored(types: readonly string[], listener: () => void): void {
    this.signals.subscribe(types, listener);
  }

  /** How stored webhooks about a person are found: `ids` are Wellhub ids or gpw ids. */
  personHashes(ids: readonly string[]): Buffer[] {
    return ids.flatMap((id) => this.decoding.personHashes(id));
  }

  /** Clears the bodies that contain a person: `ids` are Wellhub ids or gpw ids. Part of an erasure. */
  async forget(queries: Queries, partnerId: string, ids: readonly string[]): Promise<void> {
    const hashes = this.personHashes(ids);
    if (hashes.length > 0) await this.rows.forget(queries, partnerId, hashes);
  }

  /** @returns undefined when that failed: then each event is handled alone, so that only the faulty one fails */
  private async handleTogether(
    types: readonly string[],
    due: readonly EventRef[],
    handle: TogetherHandler,
  ) {
    const gyms = await this.decoding.gymsOf(due);
    try {
      return await this.db.transaction(
        async (tx) => {
          const rows = await this.rows.claimDue(tx, types, HANDLED_TOGETHER);
          return this.rows.inTraces(rows, () => this.settlePlain(tx, rows, gyms, handle));
        },
        { lockMs: TOGETHER_LOCK_MS },
      );
    } catch (error) {
      if (isUnavailable(error)) throw error;
      this.logger.error({ msg: 'events could not be handled together', err: error });
      return undefined;
    }
  }

  private async settlePlain(
    tx: Queries,
    rows: readonly ClaimedRow[],
    gyms: KnownGyms,
    handle: TogetherHandler,
  ) {
    const opened = rows.map((row) => this.decoding.open(row, gyms));
    const plain = opened.flatMap((one) =>
      one.kind === 'event' && one.alert === undefined ? [one.event] : [],
    );
    const handled = plain.length > 0 ? await handle(tx, plain) : [];
    const ids = new Set(handled.map(({ event }) => event.id));
    const settled = rows.filter(({ id }) => ids.has(id));
    await this.rows.settle(tx, settled, { state: 'PROCESSED', results: resultsOf(handled) });
    return { settled: settled.length, left: rows.filter(({ id }) => !ids.has(id)) };
  }

  private async handleOne(ref: EventRef, handle: Handler): Promise<boolean> {
    try {
      const gyms = await this.decoding.gymsOf([ref]);
      return await this.rows.inTraces([ref], () =>
        this.db.transaction(async (tx) => {
          const row = await this.rows.claim(tx, ref);
          if (!row) return false;
          const opened = this.decoding.open(row, gyms);
          if (opened.alert !== undefined) await this.raiseGym(row, opened.alert, tx);
          const handled = opened.kind === 'event' ? await handle(tx, opened.event) : opened.handled;
          await this.settle(tx, row, handled);
          return true;
        }),
      );
    } catch (error) {
      await this.postpone(ref, error);
      return false;
    }
  }

  private async settle(tx: Queries, row: ClaimedRow, handled: Handled): Promise<void> {
    if (typeof handled !== 'object') return this.rows.settle(tx, [row], { state: handled });
    if ('result' in handled) {
      const results = new Map([[row.id, handled.result]]);
      return this.rows.settle(tx, [row], { state: 'PROCESSED', results });
    }
    await this.raiseDead(row, handled.dead, tx);
    await this.rows.settle(tx, [row], { state: 'DEAD', reason: handled.dead });
  }

  private async postpone(ref: EventRef, error: unknown): Promise<void> {
    // A database that is down is no fault of the event.
    if (isUnavailable(error)) throw error;
    this.logger.error({ msg: 'an event could not be handled', eventId: ref.id, err: error });
    const reason = reasonOf(error);
    const state = await this.rows.postpone(ref, reason, MAX_ATTEMPTS);
    if (state === 'DEAD') await this.raiseDead(ref, reason, this.db);
  }

  private raiseDead({ partnerId, id }: EventRef, reason: string, queries: Queries): Promise<void> {
    const code = reason === UNREADABLE ? 'secrets.unreadable' : 'wellhub.invalid-event';
    const alert = { partnerId, code, object: `event/${id}` };
    return this.alerts.raise({ ...alert, detail: reason }, queries);
  }

  private raiseGym({ partnerId, wellhubGymId }: ClaimedRow, code: string, queries: Queries) {
    const object = `wellhub-gym/${wellhubGymId}`;
    const detail = `Wellhub sent events for its gym ${wellhubGymId}`;
    return this.alerts.raise({ partnerId, code, object, detail }, queries);
  }
}

const resultsOf = (handled: readonly ProcessedEvent[]) =>
  new Map(handled.flatMap(({ event, result }) => (result ? [[event.id, result]] : [])));

/** Nothing is wrong with what Wellhub sent: we cannot read it any more. */
const UNREADABLE = 'its stored body cannot be decrypted';

function reasonOf(error: unknown): string {
  if (error instanceof DecryptionError) return UNREADABLE;
  return error instanceof DomainError ? error.spec.code : 'handler-failed';
}

const isUnavailable = (error: unknown) =>
  isDatabaseDown(error) ||
  (error instanceof DomainError && error.is(RequestErrors.unavailable) && !isUndone(error.cause));
