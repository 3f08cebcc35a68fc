import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { InjectRepository } from '@nestjs/typeorm';
import { And, Equal, In, IsNull, MoreThan, type Repository } from 'typeorm';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { violates } from '../../platform/database/database-failure.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { GymEntity } from './gym.entity.js';
import type { GymProfile } from './gym-profile.js';
import { makeHook, Partners } from '../partners/partners.js';
import { GymErrors } from '../partners/partners.errors.js';
import { refuseUnknownZone } from '../time-zones/unknown-zone.js';

type Fixed =
  'partnerId' | 'id' | 'hookProduction' | 'hookTest' | 'changeNo' | 'createdAt' | 'deletedAt';
export type GymChange = Partial<Omit<GymEntity, Fixed | 'profile'>> & {
  readonly profile?: Partial<GymProfile>;
};

/** Every change of a gym is a change of the club that the Users API shows. */
const CHANGED = { changeNo: () => `nextval('change_numbers')` };

const FRESH_MS = 4_000;

/** The locations of a partner and their settings. */
@Injectable()
export class Gyms {
  private readonly byId = new FreshCache<string, GymEntity>({
    load: async (key) => {
      const [partnerId = '', id] = key.split('/');
      return (await this.rows.findOneBy({ partnerId, id: Number(id) })) ?? undefined;
    },
    freshMs: FRESH_MS,
  });

  private readonly firstTwo = new FreshCache<string, GymEntity[]>({
    load: (partnerId) => this.rows.find({ where: { partnerId, deletedAt: IsNull() }, take: 2 }),
    freshMs: FRESH_MS,
  });

  constructor(
    @InjectRepository(GymEntity) private readonly rows: Repository<GymEntity>,
    private readonly partners: Partners,
  ) {}

  /** @throws partner.not-found, gym.wellhub-gym-id-taken */
  async create(partnerId: string, values: GymChange & { name: string }): Promise<GymEntity> {
    const { timeZone, locale: language } = await this.partners.get(partnerId);
    const row = this.rows.create({
      timeZone,
      language,
      ...values,
      partnerId,
      hookProduction: makeHook(),
      hookTest: makeHook(),
    });
    return this.saved(row);
  }

  /** @throws gym.not-found also for another partner's gym */
  async get(partnerId: string, id: number): Promise<GymEntity> {
    const row = await this.getEvenRemoved(partnerId, id);
    if (row.deletedAt !== null) throw new DomainError(GymErrors.notFound);
    return row;
  }

  /** For what began before the gym was removed and must come to its end. @throws gym.not-found */
  async getEvenRemoved(partnerId: string, id: number): Promise<GymEntity> {
    const row = await this.byId.get(`${partnerId}/${id}`);
    if (!row) throw new DomainError(GymErrors.notFound);
    return row;
  }

  async findByWellhubId(partnerId: string, wellhubGymId: string): Promise<GymEntity | undefined> {
    return (
      (await this.rows.findOneBy({ partnerId, wellhubGymId, deletedAt: IsNull() })) ?? undefined
    );
  }

  /** The partner's only gym, or undefined when there are none or several. */
  async findOnly(partnerId: string): Promise<GymEntity | undefined> {
    const rows = (await this.firstTwo.get(partnerId)) ?? [];
    return rows.length === 1 ? rows[0] : undefined;
  }

  /** Ascending by id. @param only the one gym that the caller knows */
  async list(
    partnerId: string,
    { after = 0, only }: { readonly after?: number; readonly only?: number | undefined },
    limit: number,
  ): Promise<GymEntity[]> {
    const id = only === undefined ? MoreThan(after) : And(MoreThan(after), Equal(only));
    const where = { partnerId, deletedAt: IsNull(), id };
    return this.rows.find({ where, order: { id: 'ASC' }, take: limit });
  }

  /** Also those that were removed: visits and contracts keep naming them. */
  async findEvenRemoved(partnerId: string, ids: readonly number[]): Promise<GymEntity[]> {
    return ids.length === 0 ? [] : this.rows.findBy({ partnerId, id: In([...ids]) });
  }

  /** @throws gym.not-found, gym.wellhub-gym-id-taken */
  async change(partnerId: string, id: number, change: GymChange): Promise<GymEntity> {
    const row = await this.rows.findOneBy({ partnerId, id, deletedAt: IsNull() });
    if (!row) throw new DomainError(GymErrors.notFound);
    const { accessCodesEnabled: enabled, accessCodeTtlSeconds: ttlSeconds } = row;
    const accessCodes = { enabled, ttlSeconds, singleUse: row.accessCodeSingleUse };
    rememberBefore({ ...row, accessCodes });
    return this.saved(this.rows.merge(row, change));
  }

  /** @throws gym.not-found */
  async remove(partnerId: string, id: number): Promise<void> {
    const alive = { partnerId, id, deletedAt: IsNull() };
    const { affected } = await this.rows.update(alive, { deletedAt: new Date(), ...CHANGED });
    this.forget(partnerId, id);
    if (!affected) throw new DomainError(GymErrors.notFound);
  }

  private forget(partnerId: string, id: number): void {
    this.byId.forget(`${partnerId}/${id}`);
    this.firstTwo.forget(partnerId);
  }

  private async saved(row: GymEntity): Promise<GymEntity> {
    try {
      const { partnerId, id } = await this.rows.save(row);
      await this.rows.update({ partnerId, id }, CHANGED);
      this.forget(partnerId, id);
      return await this.rows.findOneByOrFail({ partnerId, id });
    } catch (error) {
      refuseUnknownZone(error);
      if (violates(error, 'uq_gyms_wellhub_gym_id'))
        throw new DomainError(GymErrors.wellhubGymIdTaken);
      throw error;
    }
  }
}
