import { Injectable } from '@nestjs/common';
import { Outbox } from '../event-webhooks/index.js';
import { Database, type Queries } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { OccupancyRepository } from './occupancy.repository.js';
import { NOWHERE, placeChanges } from './places.js';
import { PresenceRepository, type PresenceRow } from './presence.repository.js';
import { VisitErrors } from './visits.errors.js';
import {
  VisitsRepository,
  type ListedVisit,
  type VisitFilter,
  type VisitRow,
} from './visits.repository.js';

/** Who is inside, since when. A customer has at most one open visit in the partner. */
@Injectable()
export class Visits {
  constructor(
    private readonly db: Database,
    private readonly rows: VisitsRepository,
    private readonly presence: PresenceRepository,
    private readonly occupancy: OccupancyRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The front desk admits a customer: a visit with source DESK and its event, unless one is open at this gym (W-71).
   */
  async openAtDesk(
    queries: Queries,
    partnerId: string,
    customerId: number,
    gymId: number,
  ): Promise<{ visitId: number; opened: boolean }> {
    const here = await this.presence.lock(queries, partnerId, customerId);
    if (here.visitId !== null && here.visitGymId === gymId)
      return { visitId: here.visitId, opened: false };
    if (here.visitId !== null) await this.close(queries, partnerId, here.visitId);
    const visitId = await this.rows.insertAtDesk(queries, partnerId, customerId, gymId);
    await this.presence.enterAtDesk(queries, partnerId, customerId, { visitId, gymId });
    const places = placeChanges([here, { ...here, visitGymId: gymId }]);
    await this.occupancy.move(queries, partnerId, places);
    await this.outbox.add(queries, {
      partnerId,
      type: 'CUSTOMER_CHECKIN',
      entityId: customerId,
      gymId,
    });
    return { visitId, opened: true };
  }

  /**
   * Ends a visit by hand; one that has ended stays as it is.
   * @param gymId when given, a visit at another gym is not found @throws visit.not-found
   */
  async leave(partnerId: string, id: number, gymId?: number): Promise<VisitRow> {
    const visit = await this.rows.find(partnerId, id);
    if (!visit || (gymId !== undefined && visit.gymId !== gymId))
      throw new DomainError(VisitErrors.notFound);
    const left = await this.db.transaction(async (queries) => {
      const here = await this.presence.lock(queries, partnerId, visit.customerId);
      return this.end(queries, partnerId, here, id);
    });
    // Another transaction may have ended it while this one waited for the lock.
    return left ?? (await this.rows.find(partnerId, id)) ?? visit;
  }

  async list(partnerId: string, filter: VisitFilter): Promise<ListedVisit[]> {
    return this.rows.list(partnerId, filter);
  }

  private async end(
    queries: Queries,
    partnerId: string,
    here: PresenceRow,
    visitId: number,
  ): Promise<VisitRow | undefined> {
    const left = await this.close(queries, partnerId, visitId);
    if (!left) return undefined;
    await this.presence.leave(queries, partnerId, left.customerId, visitId);
    const before = { ...here, visitGymId: left.gymId };
    const places = placeChanges([before, { ...here, visitGymId: null }]);
    await this.occupancy.move(queries, partnerId, places);
    return left;
  }

  /** Ends the visit only: the caller updates where the person is now. */
  private async close(
    queries: Queries,
    partnerId: string,
    visitId: number,
  ): Promise<VisitRow | undefined> {
    const left = await this.rows.close(queries, partnerId, visitId);
    if (!left) return undefined;
    await this.outbox.add(queries, {
      partnerId,
      type: 'CUSTOMER_CHECKOUT',
      entityId: left.customerId,
      gymId: left.gymId,
    });
    return left;
  }

  /**
   * The merged profile is nowhere any more, because a person cannot be inside twice. A door that is open for them is open
   * for the other profile, which their passage belongs to from now on.
   */
  async merge(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    const rows = new Map<number, PresenceRow>();
    for (const id of [fromId, intoId].toSorted((a, b) => a - b))
      rows.set(id, await this.presence.lock(queries, partnerId, id));
    const [from, into] = [rows.get(fromId), rows.get(intoId)];
    if (!from || !into) throw new Error('both rows were just locked');
    if (from.visitId !== null) await this.close(queries, partnerId, from.visitId);
    const isWaiting = from.awaitedGymId !== null && isLater(from.lastScanAt, into.lastScanAt);
    if (isWaiting) await this.presence.takeLastScan(queries, partnerId, fromId, intoId);
    await this.rows.move(queries, partnerId, fromId, intoId);
    await this.presence.remove(queries, partnerId, fromId);
    const after = isWaiting ? { ...into, awaitedGymId: from.awaitedGymId } : into;
    const places = placeChanges([from, NOWHERE], [into, after]);
    await this.occupancy.move(queries, partnerId, places);
  }

  /** An erased person cannot leave any more, and has no visit when they still pass the open door. */
  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const here = await this.presence.lock(queries, partnerId, customerId);
    if (here.visitId !== null) await this.close(queries, partnerId, here.visitId);
    await this.presence.remove(queries, partnerId, customerId);
    await this.occupancy.move(queries, partnerId, placeChanges([here, NOWHERE]));
  }
}

const isLater = (one: Date | null, other: Date | null): boolean =>
  one !== null && (other === null || one > other);
