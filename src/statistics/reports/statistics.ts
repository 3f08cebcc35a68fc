import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { lengthOf, type Days } from './grouping.js';
import {
  StatisticsRepository,
  type Figures,
  type FiguresRequest,
} from './statistics.repository.js';

export const MOST_DAYS = 400;

export interface Statistics {
  readonly request: FiguresRequest;
  /** Null: every gym counts by its own. */
  readonly timeZone: string | null;
  readonly figures: Figures;
}

/** What happened at the gyms, counted by the clocks on their walls. */
@Injectable()
export class StatisticsReports {
  constructor(
    private readonly partners: Partners,
    private readonly gyms: Gyms,
    private readonly rows: StatisticsRepository,
  ) {}

  /** @throws partner.not-found, gym.not-found, request.invalid */
  async read(actor: Actor, wanted: FiguresRequest): Promise<Statistics> {
    const { partnerId } = actor;
    checkDays(wanted);
    await this.partners.get(partnerId);
    const request = { ...wanted, gymId: wanted.gymId ?? actor.gymId ?? null };
    const timeZone = await this.timeZoneOf(actor, request.gymId);
    return { request, timeZone, figures: await this.rows.figures(partnerId, request) };
  }

  /** A key of one gym knows no other. */
  private async timeZoneOf({ partnerId, gymId: own }: Actor, gymId: number | null) {
    if (gymId === null) return null;
    if (own !== undefined && own !== gymId) throw new DomainError(GymErrors.notFound);
    return (await this.gyms.getEvenRemoved(partnerId, gymId)).timeZone;
  }
}

function checkDays(days: Days): void {
  const length = lengthOf(days);
  if (length < 1) throw invalid({ path: 'to', detail: 'must not be before from' });
  if (length > MOST_DAYS)
    throw invalid({ path: 'to', detail: `must be within ${MOST_DAYS} days of from` });
}
