import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, type Gym } from '../../partners/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { typedWellhubId } from '../../wellhub/index.js';
import type { KnownCheckIn } from '../validation/validation-candidates.repository.js';
import type { CheckIn } from '../check-ins/check-in.js';
import { CheckInErrors } from '../check-ins/check-in.errors.js';
import { CheckInListRepository, type CheckInFilter } from './check-in-list.repository.js';
import { DeskValidation, type DeskResult } from './desk-validation.js';
import type { WellhubVisitor } from '../../wellhub/index.js';
import { ManualCheckIns } from './manual-check-ins.js';
import type { Actor } from '../../platform/http/actor.js';

interface Typed {
  readonly gympassId: string;
  person(): WellhubVisitor;
}

/** What a key may see and do at the desk: a key of one gym sees no other. */
@Injectable()
export class DeskCheckIns {
  constructor(
    private readonly gyms: Gyms,
    private readonly rows: CheckInListRepository,
    private readonly desk: DeskValidation,
    private readonly typed: ManualCheckIns,
    private readonly audit: Audit,
  ) {}

  /** @throws gym.not-found */
  async list(caller: Actor, filter: CheckInFilter): Promise<CheckIn[]> {
    await this.gymOf(caller, filter.gymId);
    return this.rows.list(caller.partnerId, filter);
  }

  /** @throws check-in.not-found */
  async get(caller: Actor, id: string) {
    const { checkIn } = await this.find(caller, id);
    return { checkIn, trail: await this.rows.trail(caller.partnerId, id) };
  }

  /** @throws check-in.not-found */
  async validate(caller: Actor, id: string): Promise<DeskResult> {
    const { checkIn, gym } = await this.find(caller, id);
    return this.audited(caller, await this.desk.validate(checkIn, gym));
  }

  /** @throws gym.not-found, request.invalid */
  async validateTyped(caller: Actor, gymId: number, typed: Typed): Promise<DeskResult> {
    const gym = await this.gymOf(caller, gymId);
    const wellhubId = typedWellhubId(typed.gympassId);
    if (wellhubId === undefined)
      throw invalid({ path: 'gympassId', detail: 'must be the 13 digits of the Wellhub app' });
    const checkIn = await this.typed.find(gym, { wellhubId, person: typed.person() });
    return this.audited(caller, await this.desk.validate(checkIn, gym));
  }

  private async find(caller: Actor, id: string): Promise<{ checkIn: KnownCheckIn; gym: Gym }> {
    const row = await this.rows.find(caller.partnerId, id, 'UTC');
    const isHidden = caller.gymId !== undefined && row?.gymId !== caller.gymId;
    if (!row || isHidden) throw new DomainError(CheckInErrors.notFound);
    const gym = await this.gyms.get(caller.partnerId, row.gymId);
    return { checkIn: (await this.rows.find(caller.partnerId, id, gym.timeZone)) ?? row, gym };
  }

  private async gymOf(caller: Actor, gymId: number): Promise<Gym> {
    if (caller.gymId !== undefined && caller.gymId !== gymId)
      throw new DomainError(GymErrors.notFound);
    return this.gyms.get(caller.partnerId, gymId);
  }

  private async audited(caller: Actor, result: DeskResult): Promise<DeskResult> {
    const { partnerId, id } = result.checkIn;
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'check-in.validate',
      object: id,
    });
    return result;
  }
}
