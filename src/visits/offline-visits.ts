import { Injectable } from '@nestjs/common';
import { Outbox, type NewEvent } from '../event-webhooks/index.js';
import type { Queries } from '../platform/database/database.js';
import { OccupancyRepository } from './occupancy.repository.js';
import {
  OfflineVisitsRepository,
  type OfflinePass,
  type VisitBefore,
  type WhatFollowed,
} from './offline-visits.repository.js';
import { placeChanges } from './places.js';
import { PresenceRepository, type PresenceRow } from './presence.repository.js';

/** How a visit of the past ended. */
interface End {
  readonly at: Date;
  /** No door saw the person leave. */
  readonly isAutomatic: boolean;
}

/**
 * Visits at a door that opened by itself and tells it later. They stand at the time of the fact, as their events do, and
 * change nothing that happened after them. Writing methods take the caller's transaction.
 */
@Injectable()
export class OfflineVisits {
  constructor(
    private readonly rows: OfflineVisitsRepository,
    private readonly presence: PresenceRepository,
    private readonly occupancy: OccupancyRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Makes everything about the customer's visits serial, until the transaction ends. */
  async lock(queries: Queries, { partnerId, customerId }: OfflinePass): Promise<PresenceRow> {
    return this.presence.lock(queries, partnerId, customerId);
  }

  /** The visit at that gym that had begun by then, the latest. */
  async before(queries: Queries, pass: OfflinePass): Promise<VisitBefore | undefined> {
    return this.rows.before(queries, pass);
  }

  /** @param here their presence, locked @returns the visit: a new one, or the one that the desk had opened */
  async enter(queries: Queries, pass: OfflinePass, here: PresenceRow): Promise<number> {
    const followed = await this.rows.whatFollowed(queries, pass);
    if (followed.movedAt !== null) return this.addPast(queries, pass, followed);
    if (isDeskVisit(here, pass)) {
      await this.rows.movePresence(queries, pass, here.visitId);
      return here.visitId;
    }
    const left = await this.leaveOpenVisit(queries, pass, here);
    const after = followed.isOver ? left : { ...left, visitGymId: pass.gymId };
    const visitId = followed.isOver
      ? await this.addPast(queries, pass, followed)
      : await this.addOpen(queries, pass);
    await this.occupancy.move(queries, pass.partnerId, placeChanges([here, after]));
    return visitId;
  }

  /** Ends the visit at that time; one that has ended gets the time when the person left. @param here their presence, locked */
  async leave(
    queries: Queries,
    pass: OfflinePass,
    { id, leftAt, here }: Pick<VisitBefore, 'id' | 'leftAt'> & { readonly here: PresenceRow },
  ): Promise<void> {
    await this.rows.end(queries, pass.partnerId, id, pass.at);
    if (leftAt === null) {
      await this.rows.movePresence(queries, pass, null);
      const places = placeChanges([
        { ...here, visitGymId: pass.gymId },
        { ...here, visitGymId: null },
      ]);
      await this.occupancy.move(queries, pass.partnerId, places);
    }
    await this.outbox.add(queries, exitOf(pass));
  }

  /** Who comes in is nowhere else any more. @returns where they are then */
  private async leaveOpenVisit(queries: Queries, pass: OfflinePass, here: PresenceRow) {
    const { visitId, enteredAt } = here;
    if (visitId === null || enteredAt === null || enteredAt > pass.at) return here;
    const { gymId } = await this.rows.end(queries, pass.partnerId, visitId, pass.at);
    await this.rows.movePresence(queries, pass, null);
    await this.outbox.add(queries, exitOf({ ...pass, gymId }));
    return { ...here, visitGymId: null };
  }

  private async addOpen(queries: Queries, pass: OfflinePass) {
    const visitId = await this.rows.add(queries, pass, null);
    await this.rows.movePresence(queries, pass, visitId);
    await this.outbox.add(queries, entryOf(pass));
    return visitId;
  }

  /** A visit that is over by now. */
  private async addPast(queries: Queries, pass: OfflinePass, followed: WhatFollowed) {
    const end = endOf(followed);
    const visitId = await this.rows.add(queries, pass, end.at);
    const ended = { ...pass, at: end.at };
    const exit = end.isAutomatic ? automaticExitOf(ended) : exitOf(ended);
    await this.outbox.add(queries, entryOf(pass), exit);
    return visitId;
  }
}

const endOf = ({ movedAt, closesAt }: WhatFollowed): End =>
  movedAt !== null && movedAt <= closesAt
    ? { at: movedAt, isAutomatic: false }
    : { at: closesAt, isAutomatic: true };

/** The desk let them in before: it is the same visit (`wellhub.md` 5.1). */
const isDeskVisit = (
  here: PresenceRow,
  { gymId, at }: OfflinePass,
): here is PresenceRow & { visitId: number } =>
  here.visitId !== null &&
  here.visitGymId === gymId &&
  here.visitSource === 'DESK' &&
  here.enteredAt !== null &&
  here.enteredAt <= at;

const entryOf = ({ partnerId, customerId, gymId, at }: OfflinePass): NewEvent => ({
  partnerId,
  type: 'CUSTOMER_CHECKIN',
  entityId: customerId,
  gymId,
  occurredAt: at,
  content: { offline: true },
});

const exitOf = ({ partnerId, customerId, gymId, at }: OfflinePass): NewEvent => ({
  partnerId,
  type: 'CUSTOMER_CHECKOUT',
  entityId: customerId,
  gymId,
  occurredAt: at,
});

const automaticExitOf = ({ partnerId, customerId, gymId, at }: OfflinePass): NewEvent => ({
  partnerId,
  type: 'AUTOMATIC_CUSTOMER_CHECKOUT',
  entityId: gymId,
  gymId,
  occurredAt: at,
  content: {
    checkouts: [{ customerId, checkoutTime: at.toISOString().replace(/\.\d+Z$/, 'Z') }],
  },
});
