import { Injectable } from '@nestjs/common';
import { GymErrors, Partners } from '../../partners/index.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Caller } from '../../platform/http/declarations.js';
import { TodayRepository, type TodayFigures, type TodayRow } from './today.repository.js';

/** Who reads: the tenant and its gym, and the scopes that decide what is shown. */
export interface TodayReader {
  readonly actor: Actor;
  readonly caller: Caller;
  /** Null: all gyms that the caller sees. */
  readonly gymId: number | null;
}

/** What the gyms of a partner do now, and did until this hour on earlier days. */
export interface TodayNumbers extends TodayFigures {
  readonly past: readonly TodayRow[];
}

/** Screens and their streams share what was read within this time. */
const FRESH_MS = 1_000;
const PAST_FRESH_MS = 60_000;
const MOST_PARTNERS = 500;

/** What goes on at the gyms now: read once for all requests of the same moment. */
@Injectable()
export class Today {
  private readonly present = new FreshCache<string, TodayFigures>({
    load: (partnerId) => this.rows.present(partnerId),
    freshMs: FRESH_MS,
    max: MOST_PARTNERS,
  });
  private readonly past = new FreshCache<string, TodayRow[]>({
    load: (partnerId) => this.rows.past(partnerId),
    freshMs: PAST_FRESH_MS,
    max: MOST_PARTNERS,
  });

  constructor(
    private readonly partners: Partners,
    private readonly rows: TodayRepository,
  ) {}

  /** @throws partner.not-found */
  async read(partnerId: string): Promise<TodayNumbers> {
    await this.partners.get(partnerId);
    const [present, past] = [await this.present.get(partnerId), await this.past.get(partnerId)];
    return { gyms: present?.gyms ?? [], rows: present?.rows ?? [], past: past ?? [] };
  }
}

/** The gyms that a caller sees: a key of one gym knows no other. @throws gym.not-found */
export function gymsSeen({ gyms }: TodayFigures, { actor, gymId }: TodayReader) {
  const wanted = gymId ?? actor.gymId;
  const seen = gyms.filter((gym) => wanted === undefined || gym.gymId === wanted);
  const isForeign = actor.gymId !== undefined && wanted !== actor.gymId;
  if (isForeign || (wanted !== undefined && seen.length === 0))
    throw new DomainError(GymErrors.notFound);
  return seen;
}
