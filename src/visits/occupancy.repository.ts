import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import {
  CROSS,
  CROSSING,
  DUE,
  LOCK_DUE,
  MOVE,
  READ,
  RECOUNT,
  REMOVE_CAPACITY,
  SET_CAPACITY,
} from './occupancy.sql.js';

export interface GymOfPartner {
  readonly partnerId: string;
  readonly gymId: number;
}

export interface Occupancy {
  readonly inside: number;
  /** Null: as many as come. */
  readonly capacity: number | null;
  readonly at: Date;
}

/** How many may be inside a gym, and from how many percent of them on people are warned. */
export interface GymCapacity {
  readonly max: number;
  readonly warnAtPercent: number | null;
}

interface Crossed {
  readonly isNearlyFull: boolean;
  readonly inside: number;
  readonly capacity: number;
}

/** The one row per gym with a capacity that entries to it lock. */
@Injectable()
export class OccupancyRepository {
  constructor(private readonly db: Database) {}

  async read(partnerId: string, gymId: number): Promise<Occupancy> {
    const [row] = await this.db.query<Occupancy & object>(READ, [partnerId, gymId]);
    if (!row) throw new Error('a row is always returned');
    return row;
  }

  /** @param changes how many more are inside a gym, or fewer */
  async move(queries: Queries, partnerId: string, changes: ReadonlyMap<number, number>) {
    const moved = [...changes].filter(([, people]) => people !== 0);
    if (moved.length === 0) return;
    const gymIds = moved.map(([gymId]) => gymId);
    await queries.query(MOVE, [partnerId, gymIds, moved.map(([, people]) => people)]);
  }

  async setCapacity(queries: Queries, { partnerId, gymId }: GymOfPartner, capacity: GymCapacity) {
    await queries.query(SET_CAPACITY, [partnerId, gymId, capacity.max, capacity.warnAtPercent]);
  }

  async removeCapacity(queries: Queries, { partnerId, gymId }: GymOfPartner): Promise<void> {
    await queries.query(REMOVE_CAPACITY, [partnerId, gymId]);
  }

  async due(): Promise<GymOfPartner[]> {
    return this.db.query<GymOfPartner & object>(DUE, []);
  }

  /** Call it in a transaction of its own. @returns by how many the row was wrong; undefined where another process counts */
  async recount(queries: Queries, { partnerId, gymId }: GymOfPartner): Promise<number | undefined> {
    const gym = [partnerId, gymId];
    const [before] = await queries.query<{ inside: number; isFirst: boolean }>(LOCK_DUE, gym);
    if (!before) return undefined;
    const [after] = await queries.query<{ inside: number }>(RECOUNT, gym);
    return before.isFirst || !after ? 0 : before.inside - after.inside;
  }

  /** Gyms that have become nearly full, or are no longer. */
  async crossing(): Promise<GymOfPartner[]> {
    return this.db.query<GymOfPartner & object>(CROSSING, []);
  }

  async cross(queries: Queries, { partnerId, gymId }: GymOfPartner): Promise<Crossed | undefined> {
    return (await queries.query<Crossed & object>(CROSS, [partnerId, gymId]))[0];
  }
}
