import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import {
  OfflineVisits,
  type OfflinePass,
  type PresenceRow,
  type VisitBefore,
} from '../../visits/index.js';
import { LogsRepository, type LogSource } from './logs.repository.js';

/** What became of a person's pass that the device decided alone. */
interface TakenPass {
  readonly type: 'OFFLINE_ENTRY' | 'OFFLINE_EXIT';
  readonly visitId: number | null;
}

/** Turns passes without us into visits that stand at their time. */
@Injectable()
export class OfflinePasses {
  constructor(
    private readonly visits: OfflineVisits,
    private readonly rows: LogsRepository,
  ) {}

  async take(queries: Queries, source: LogSource, pass: OfflinePass): Promise<TakenPass> {
    const here = await this.visits.lock(queries, pass);
    const before = await this.visits.before(queries, pass);
    if (isExit(source, before)) return this.leave(queries, pass, before && { ...before, here });
    return { type: 'OFFLINE_ENTRY', visitId: await this.visits.enter(queries, pass, here) };
  }

  private async leave(
    queries: Queries,
    pass: OfflinePass,
    before: (VisitBefore & { readonly here: PresenceRow }) | undefined,
  ): Promise<TakenPass> {
    if (!before?.isInside) return { type: 'OFFLINE_EXIT', visitId: null };
    if (await this.isOpenEnded(queries, pass, before))
      await this.visits.leave(queries, pass, before);
    return { type: 'OFFLINE_EXIT', visitId: before.id };
  }

  /** The end of an offline visit stays a guess until the device tells it; what we saw ourselves stands. */
  private async isOpenEnded(
    queries: Queries,
    { partnerId, customerId }: OfflinePass,
    { id, leftAt, offline }: VisitBefore,
  ): Promise<boolean> {
    if (leftAt === null) return true;
    return offline && !(await this.rows.hasLeft(queries, partnerId, customerId, id));
  }
}

/** At a door for both ways a person inside leaves; whom the desk let in has not come through it yet. */
const isExit = ({ direction }: LogSource, before: VisitBefore | undefined): boolean =>
  direction === 'OUT' ||
  (direction === 'BOTH' && before?.isInside === true && before.source !== 'DESK');
