import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { currentRequest } from '../../platform/deadline/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { HomeGyms } from '../administration/home-gyms.js';
import type { Customer } from '../people/customer.js';
import { CUSTOMER_CONFLICTS } from '../people/customers.errors.js';
import { CANDIDATES, LOCK_CANDIDATES } from './batch-candidates.sql.js';
import { readItem, orFailure, type JudgedItem, type ReadItem } from './batch-item.js';
import { BatchJudge, type Judgement } from './batch-judge.js';
import { batchKeys } from './batch-keys.js';
import { BatchWrites } from './batch-writes.js';

type Judged = Judgement | DomainError;
type CustomerRow = Customer & Record<string, unknown>;

/** How often a batch is judged again because others wrote the same customers at the same time. */
const MOST_TRIES = 3;

/** Many customers in one request: each is made, changed, left as it is, or refused with a reason of its own. */
@Injectable()
export class CustomerBatches {
  constructor(
    private readonly db: Database,
    private readonly homes: HomeGyms,
    private readonly writes: BatchWrites,
    private readonly audit: Audit,
  ) {}

  /** Judges everything and changes nothing. */
  async check(actor: Actor, items: readonly Record<string, unknown>[]): Promise<JudgedItem[]> {
    const read = await this.read(actor, items);
    const judged = await this.judge(this.db, actor, read);
    const request = currentRequest();
    if (request) request.isAudited = true;
    return judged.map((one) => resultOf(one));
  }

  /** One transaction, and one row of the audit log. */
  async apply(actor: Actor, items: readonly Record<string, unknown>[]): Promise<JudgedItem[]> {
    const read = await this.read(actor, items);
    for (let left = MOST_TRIES - 1; ; left -= 1) {
      try {
        return await this.db.transaction((tx) => this.write(tx, actor, read));
      } catch (error) {
        if (!isRace(error)) throw error;
        if (left === 0) throw new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 });
      }
    }
  }

  private async read(
    actor: Actor,
    items: readonly Record<string, unknown>[],
  ): Promise<readonly ReadItem[]> {
    const read = items.map(readItem);
    const checked: ReadItem[] = [];
    for (const item of read) checked.push(await this.checkGyms(actor, item));
    return checked;
  }

  private async checkGyms(actor: Actor, item: ReadItem): Promise<ReadItem> {
    if (item instanceof DomainError) return item;
    try {
      const { homeGymId, registeredAtGymId } = item;
      await this.homes.check(actor, {
        ...(homeGymId && { homeGymId }),
        ...(registeredAtGymId && { registeredAtGymId }),
      });
      return item;
    } catch (error) {
      if (error instanceof DomainError && error.spec.kind !== 'unavailable') return error;
      throw error;
    }
  }

  private async judge(
    queries: Queries,
    actor: Actor,
    read: readonly ReadItem[],
    statement = CANDIDATES,
  ): Promise<Judged[]> {
    const wanted = read.filter(isGood);
    const values = [actor.partnerId, ...batchKeys(wanted)];
    const candidates = await queries.query<CustomerRow>(statement, values);
    const judge = new BatchJudge(actor, candidates, randomUUID);
    return read.map((item, index) =>
      isGood(item) ? orFailure(() => judge.judge(item, index)) : item,
    );
  }

  private async write(tx: Queries, actor: Actor, read: readonly ReadItem[]): Promise<JudgedItem[]> {
    const all = await this.judge(tx, actor, read, LOCK_CANDIDATES);
    const ids = await this.writes.write(tx, actor, all.filter(isGood));
    const results = all.map((one) => resultOf(one, ids));
    await this.record(tx, actor, results);
    return results;
  }

  private async record(tx: Queries, actor: Actor, results: readonly JudgedItem[]): Promise<void> {
    const count = (result: JudgedItem['result']) =>
      results.filter((one) => one.result === result).length;
    const object = `${count('CREATED')} created, ${count('UPDATED')} updated, ${count('FAILED')} failed`;
    const { partnerId, name } = actor;
    const action = 'customer.batch-imported';
    await this.audit.recordOrFail({ partnerId, actor: name, action, object }, tx);
  }
}

const isGood = <T extends object>(one: T | DomainError): one is T => !(one instanceof DomainError);

const RESULTS = { create: 'CREATED', update: 'UPDATED', unchanged: 'UNCHANGED' } as const;

/** @param ids those of the customers that were made, by their number */
function resultOf(one: Judged, ids: ReadonlyMap<string, number> = new Map()): JudgedItem {
  if (one instanceof DomainError) return { result: 'FAILED', error: one };
  const id = one.kind === 'create' ? ids.get(one.after.number) : one.before.id;
  return { result: RESULTS[one.kind], id };
}

/** Another request made or changed one of these customers since they were read. */
const isRace = (error: unknown): boolean =>
  error instanceof DomainError && CUSTOMER_CONFLICTS.some((spec) => error.is(spec));
