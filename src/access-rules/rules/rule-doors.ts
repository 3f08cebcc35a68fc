import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { KnownDoors, type FindDoors } from '../compiled/known-doors.js';
import { DoorlessRules } from './doorless-rules.js';
import { RuleChanges, type NamedDevice } from './rule-changes.js';

/** Rules name devices, which a room above owns: it says here which there are, and removes them here. */
@Injectable()
export class RuleDoors {
  constructor(
    private readonly changes: RuleChanges,
    private readonly known: KnownDoors,
    private readonly doorless: DoorlessRules,
  ) {}

  register(findDoors: FindDoors): void {
    this.known.register(findDoors);
  }

  /**
   * Rules forget the device; one that named no other becomes inactive, and raises an alert.
   * @param remove the device, in the transaction in which the rules forget it; false: it was removed before
   * @returns what `remove` does
   */
  async remove(door: NamedDevice, remove: (tx: Queries) => Promise<boolean>): Promise<boolean> {
    const { partnerId, gymId } = door;
    const left = await this.changes.runEvenRemoved(partnerId, gymId, async (tx, present) =>
      (await remove(tx)) ? this.changes.forgetDevice(tx, door, present) : undefined,
    );
    for (const rule of left?.filter(({ hasNoDoor }) => hasNoDoor) ?? [])
      await this.doorless.raise(partnerId, gymId, rule);
    return left !== undefined;
  }
}
