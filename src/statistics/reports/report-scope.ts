import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { lengthOf, type Days } from './grouping.js';

export const MOST_DAYS = 400;

interface Scope {
  /** Null: all gyms of the partner. */
  readonly gymId: number | null;
  /** Null: every gym counts by its own. */
  readonly timeZone: string | null;
}

/** Which days and gyms a caller may have counted. */
@Injectable()
export class ReportScope {
  constructor(
    private readonly partners: Partners,
    private readonly gyms: Gyms,
  ) {}

  /** @throws partner.not-found, gym.not-found, request.invalid */
  async of(actor: Actor, wanted: Days & { readonly gymId: number | null }): Promise<Scope> {
    checkDays(wanted);
    await this.partners.get(actor.partnerId);
    const gymId = wanted.gymId ?? actor.gymId ?? null;
    return { gymId, timeZone: await this.timeZoneOf(actor, gymId) };
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
