import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { makeHook, Partners } from '../partners/partners.js';
import { GymErrors } from '../partners/partners.errors.js';
import type { Gym, GymChange } from './gym.js';
import { GymsRepository, type AlongsideGym } from './gyms.repository.js';

const FRESH_MS = 4_000;

/** The locations of a partner and their settings. */
@Injectable()
export class Gyms {
  private readonly byId = new FreshCache<string, Gym>({
    load: (key) => {
      const [partnerId = '', id] = key.split('/');
      return this.rows.findEvenRemoved(partnerId, Number(id));
    },
    freshMs: FRESH_MS,
  });

  private readonly firstTwo = new FreshCache<string, readonly Gym[]>({
    load: (partnerId) => this.rows.firstTwo(partnerId),
    freshMs: FRESH_MS,
  });

  private readonly alongside: AlongsideGym[] = [];

  constructor(
    private readonly rows: GymsRepository,
    private readonly partners: Partners,
  ) {}

  /** Does this in every transaction that changes a gym, with the gym locked. */
  whenChanging(work: AlongsideGym): void {
    this.alongside.push(work);
  }

  /** @throws partner.not-found, gym.wellhub-gym-id-taken */
  async create(partnerId: string, values: GymChange & { name: string }): Promise<Gym> {
    const { timeZone, locale: language } = await this.partners.get(partnerId);
    const hooks = { hookProduction: makeHook(), hookTest: makeHook() };
    const row = await this.rows.insert({ timeZone, language, ...values, partnerId, ...hooks });
    this.forget(partnerId, row.id);
    return row;
  }

  /** @throws gym.not-found also for another partner's gym */
  async get(partnerId: string, id: number): Promise<Gym> {
    const row = await this.getEvenRemoved(partnerId, id);
    if (row.deletedAt !== null) throw new DomainError(GymErrors.notFound);
    return row;
  }

  /** For what began before the gym was removed and must come to its end. @throws gym.not-found */
  async getEvenRemoved(partnerId: string, id: number): Promise<Gym> {
    const row = await this.byId.get(`${partnerId}/${id}`);
    if (!row) throw new DomainError(GymErrors.notFound);
    return row;
  }

  findByWellhubId(partnerId: string, wellhubGymId: string): Promise<Gym | undefined> {
    return this.rows.findByWellhubId(partnerId, wellhubGymId);
  }

  /** The partner's only gym, or undefined when there are none or several. */
  async findOnly(partnerId: string): Promise<Gym | undefined> {
    const rows = (await this.firstTwo.get(partnerId)) ?? [];
    return rows.length === 1 ? rows[0] : undefined;
  }

  /** Ascending by id. @param only the one gym that the caller knows */
  list(
    partnerId: string,
    range: { readonly after?: number; readonly only?: number | undefined },
    limit: number,
  ): Promise<Gym[]> {
    return this.rows.list(partnerId, range, limit);
  }

  /** Also those that were removed: visits and contracts keep naming them. */
  findEvenRemoved(partnerId: string, ids: readonly number[]): Promise<Gym[]> {
    return this.rows.listEvenRemoved(partnerId, ids);
  }

  /** @param change of the gym as it is now; what it throws is thrown @throws gym.not-found, gym.wellhub-gym-id-taken */
  async change(partnerId: string, id: number, change: (row: Gym) => GymChange): Promise<Gym> {
    try {
      const remembered = (old: Gym): GymChange => {
        const changed = change(old);
        const { accessCodesEnabled: enabled, accessCodeTtlSeconds: ttlSeconds } = old;
        const accessCodes = { enabled, ttlSeconds, singleUse: old.accessCodeSingleUse };
        rememberBefore({ ...old, accessCodes });
        return changed;
      };
      const row = await this.rows.change({ partnerId, id }, remembered, async (tx, changing) => {
        for (const work of this.alongside) await work(tx, changing);
      });
      if (!row) throw new DomainError(GymErrors.notFound);
      return row;
    } finally {
      this.forget(partnerId, id);
    }
  }

  /** @throws gym.not-found */
  async remove(partnerId: string, id: number): Promise<void> {
    const isRemoved = await this.rows.remove(partnerId, id);
    this.forget(partnerId, id);
    if (!isRemoved) throw new DomainError(GymErrors.notFound);
  }

  private forget(partnerId: string, id: number): void {
    this.byId.forget(`${partnerId}/${id}`);
    this.firstTwo.forget(partnerId);
  }
}
