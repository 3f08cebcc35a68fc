import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';

/** @returns which of these are devices of that gym */
export type FindDoors = (
  queries: Queries,
  gym: { readonly partnerId: string; readonly gymId: number },
  ids: readonly number[],
) => Promise<readonly number[]>;

/** Which devices there are. */
@Injectable()
export class KnownDoors {
  private findDoors: FindDoors = async () => [];

  register(findDoors: FindDoors): void {
    this.findDoors = findDoors;
  }

  async find(...[queries, gym, ids]: Parameters<FindDoors>): Promise<ReadonlySet<number>> {
    return new Set(ids.length === 0 ? [] : await this.findDoors(queries, gym, ids));
  }
}
