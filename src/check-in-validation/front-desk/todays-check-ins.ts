import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, type Gym } from '../../partners/index.js';
import { isUuid } from '../../platform/crypto/uuid.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import {
  DeskTodayRepository,
  type DeskGym,
  type SeenCheckIn,
} from './todays-check-ins.repository.js';
import type { Actor } from '../../platform/http/actor.js';

/** More than any gym has waiting; older ones are found by a search. */
const MOST = 300;
const LONGEST_SEARCH = 100;

/** Today at one gym, as the front desk's screen shows it. A key of one gym sees no other. */
@Injectable()
export class TodaysCheckIns {
  constructor(
    private readonly gyms: Gyms,
    private readonly rows: DeskTodayRepository,
  ) {}

  /** The gyms whose desk this key may use. */
  async gymsOf({ partnerId, gymId }: Actor): Promise<Gym[]> {
    return gymId === undefined
      ? this.gyms.list(partnerId, {}, 200)
      : [await this.gyms.get(partnerId, gymId)];
  }

  /** @throws gym.not-found */
  async gym(caller: Actor, gymId: number): Promise<Gym> {
    if (caller.gymId !== undefined && caller.gymId !== gymId)
      throw new DomainError(GymErrors.notFound);
    return this.gyms.get(caller.partnerId, gymId);
  }

  /** @param search a part of a name, an e-mail or an id; empty lists all */
  async list(gym: Gym, search: string): Promise<SeenCheckIn[]> {
    const text = search.normalize('NFC').replaceAll('\0', '').trim().slice(0, LONGEST_SEARCH);
    return this.rows.list(at(gym), text, MOST);
  }

  /** Undefined for a check-in of another gym. */
  async find(gym: Gym, id: string): Promise<SeenCheckIn | undefined> {
    return isUuid(id) ? this.rows.get(at(gym), id.toLowerCase()) : undefined;
  }

  /** Differs whenever the list has changed: cheap enough to poll every other second. */
  async version(gym: Gym): Promise<string> {
    return this.rows.version(at(gym));
  }
}

const at = ({ partnerId, id, timeZone }: Gym): DeskGym => ({ partnerId, gymId: id, timeZone });
