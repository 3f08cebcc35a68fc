import { Injectable } from '@nestjs/common';

/** A time at a gym. */
export interface GymTime {
  readonly partnerId: string;
  readonly gymId: number;
  readonly from: Date;
  readonly to: Date;
}

/** `seen`: scanned at the door, so present whatever the gym validates; `expected`: a booking or a habit suggests it. */
export type Presence = 'seen' | 'expected';

type Source = (time: GymTime) => Promise<readonly number[]>;

/** Who may have checked in at a time: each room above registers a source of such people. */
@Injectable()
export class ExpectedPeople {
  private readonly sources: { readonly presence: Presence; readonly read: Source }[] = [];

  /** @param read ids of customers */
  declare(presence: Presence, read: Source): void {
    this.sources.push({ presence, read });
  }

  async read(presences: readonly Presence[], time: GymTime): Promise<number[]> {
    const wanted = this.sources.filter(({ presence }) => presences.includes(presence));
    const found = await Promise.all(wanted.map(({ read }) => read(time)));
    return [...new Set(found.flat())];
  }
}
