import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GymErrors, Gyms, type Gym } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Actor } from '../../platform/http/actor.js';
import { OutagesRepository, type WebhookOutage as MissingRow } from '../../wellhub-inbox/index.js';
import { CheckInErrors } from '../check-ins/check-in.errors.js';
import { ExpectedPeople } from './expected-people.js';
import { ProbeRound } from './probe-round.js';
import { RegularsRepository } from './regulars.repository.js';

/** A person is at the door, or expected, a little before and after Wellhub sends the webhook. */
const MARGIN_MS = 30 * 60_000;

/** Times of which webhooks may be missing, and the probe of all people who may have come then. */
@Injectable()
export class MissingWebhooks implements OnModuleInit {
  constructor(
    private readonly gyms: Gyms,
    private readonly outages: OutagesRepository,
    private readonly people: ExpectedPeople,
    private readonly regulars: RegularsRepository,
    private readonly probes: ProbeRound,
  ) {}

  onModuleInit(): void {
    this.people.declare('expected', (time) => this.regulars.find(time));
  }

  /** @throws gym.not-found */
  async list(
    caller: Actor,
    gymId: number,
    page: { readonly before: string | undefined; readonly limit: number },
  ): Promise<MissingRow[]> {
    const { partnerId, wellhubGymId } = await this.gymOf(caller, gymId);
    return this.outages.list(partnerId, wellhubGymId, page);
  }

  /**
   * Where only presence is validated (`GATE`, `ATTENDANCE`), only people who were seen at the door (W-50).
   * @returns how many people are probed, one after the other. @throws gym.not-found, check-in.not-found
   */
  async probe(caller: Actor, gymId: number, id: string): Promise<number> {
    const gym = await this.gymOf(caller, gymId);
    const missing = await this.outages.find(gym.partnerId, gym.wellhubGymId, id);
    if (!missing) throw new DomainError(CheckInErrors.outageNotFound);
    const presences = gym.validationMode === 'AUTOMATIC' ? ALL : SEEN;
    const people = await this.people.read(presences, {
      partnerId: gym.partnerId,
      gymId,
      from: new Date(missing.from.getTime() - MARGIN_MS),
      to: new Date(missing.to.getTime() + MARGIN_MS),
    });
    this.probes.start(gym, people);
    return people.length;
  }

  private async gymOf(caller: Actor, gymId: number): Promise<Gym> {
    if (caller.gymId !== undefined && caller.gymId !== gymId)
      throw new DomainError(GymErrors.notFound);
    return this.gyms.get(caller.partnerId, gymId);
  }
}

const SEEN = ['seen'] as const;
const ALL = ['seen', 'expected'] as const;
