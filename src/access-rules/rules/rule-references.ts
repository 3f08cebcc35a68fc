import { Injectable } from '@nestjs/common';
import { Memberships } from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import type { Violation } from '../../platform/errors/domain-error.js';
import { KnownDoors } from '../compiled/known-doors.js';
import type { RuleValues } from './access-rule.js';

/** Whether there is what a rule names. */
@Injectable()
export class RuleReferences {
  constructor(
    private readonly memberships: Memberships,
    private readonly doors: KnownDoors,
  ) {}

  async faults(
    tx: Queries,
    gym: { readonly partnerId: string; readonly gymId: number },
    { who, deviceIds }: RuleValues,
  ): Promise<Violation[]> {
    const [memberships, doors] = [who?.membershipIds ?? [], deviceIds ?? []];
    const knownMemberships = await this.memberships.known(tx, gym.partnerId, memberships);
    const knownDoors = await this.doors.find(tx, gym, doors);
    return [
      ...missing('who.membershipIds', memberships, knownMemberships).map((path) => ({
        path,
        detail: 'is no membership of this partner',
      })),
      ...missing('deviceIds', doors, knownDoors).map((path) => ({
        path,
        detail: 'is no device of this gym',
      })),
    ];
  }
}

const missing = (path: string, ids: readonly number[], known: ReadonlySet<number>): string[] =>
  ids.flatMap((id, no) => (known.has(id) ? [] : [`${path}.${no}`]));
