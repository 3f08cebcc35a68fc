import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { And, Equal, In, IsNull, MoreThan, type Repository } from 'typeorm';
import type { Queries } from '../../platform/database/database.js';
import { violates } from '../../platform/database/database-failure.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { GymErrors } from '../partners/partners.errors.js';
import { refuseUnknownZone } from '../time-zones/unknown-zone.js';
import type { Gym, GymChange, NewGym } from './gym.js';
import { GymEntity } from './gym.entity.js';

/** Every change of a gym is a change of the club that the Users API shows. */
const CHANGED = { changeNo: () => `nextval('change_numbers')` };

/** What another room does in the transaction that changes a gym. */
export type AlongsideGym = (
  tx: Pick<Queries, 'query'>,
  change: { readonly before: Gym; readonly after: Gym },
) => Promise<void>;

/** The table `gyms`; a removed gym keeps its row. */
@Injectable()
export class GymsRepository {
  constructor(@InjectRepository(GymEntity) private readonly rows: Repository<GymEntity>) {}

  async find(partnerId: string, id: number): Promise<GymEntity | undefined> {
    return (await this.rows.findOneBy({ partnerId, id, deletedAt: IsNull() })) ?? undefined;
  }

  async findEvenRemoved(partnerId: string, id: number): Promise<GymEntity | undefined> {
    return (await this.rows.findOneBy({ partnerId, id })) ?? undefined;
  }

  async findByWellhubId(partnerId: string, wellhubGymId: string): Promise<GymEntity | undefined> {
    const alive = { partnerId, wellhubGymId, deletedAt: IsNull() };
    return (await this.rows.findOneBy(alive)) ?? undefined;
  }

  firstTwo(partnerId: string): Promise<GymEntity[]> {
    return this.rows.find({ where: { partnerId, deletedAt: IsNull() }, take: 2 });
  }

  /** Ascending by id. @param only the one gym that the caller knows */
  list(
    partnerId: string,
    { after = 0, only }: { readonly after?: number; readonly only?: number | undefined },
    limit: number,
  ): Promise<GymEntity[]> {
    const id = only === undefined ? MoreThan(after) : And(MoreThan(after), Equal(only));
    const where = { partnerId, deletedAt: IsNull(), id };
    return this.rows.find({ where, order: { id: 'ASC' }, take: limit });
  }

  async listEvenRemoved(partnerId: string, ids: readonly number[]): Promise<GymEntity[]> {
    return ids.length === 0 ? [] : this.rows.findBy({ partnerId, id: In([...ids]) });
  }

  /** @throws gym.wellhub-gym-id-taken, request.invalid */
  insert(values: NewGym): Promise<GymEntity> {
    return this.save(this.rows.create(values));
  }

  /** @param change of the row, which is locked from then on @throws gym.wellhub-gym-id-taken, request.invalid */
  change(
    { partnerId, id }: Pick<Gym, 'partnerId' | 'id'>,
    change: (row: Gym) => GymChange,
    alongside: AlongsideGym,
  ): Promise<GymEntity | undefined> {
    return this.rows.manager.transaction(async (manager) => {
      const rows = manager.getRepository(GymEntity);
      const lock = { mode: 'pessimistic_write' } as const;
      const row = await rows.findOne({ where: { partnerId, id, deletedAt: IsNull() }, lock });
      if (!row) return undefined;
      const before = { ...row };
      const after = await this.save(rows.merge(row, change(row)), rows);
      await alongside(
        { query: ({ text }, values) => manager.query(text, [...values]) },
        { before, after },
      );
      return after;
    });
  }

  /** @returns whether there was one */
  async remove(partnerId: string, id: number): Promise<boolean> {
    const alive = { partnerId, id, deletedAt: IsNull() };
    const { affected } = await this.rows.update(alive, { deletedAt: new Date(), ...CHANGED });
    return Boolean(affected);
  }

  private async save(row: GymEntity, rows = this.rows): Promise<GymEntity> {
    try {
      const { partnerId, id } = await rows.save(row);
      await rows.update({ partnerId, id }, CHANGED);
      return await rows.findOneByOrFail({ partnerId, id });
    } catch (error) {
      refuseUnknownZone(error);
      if (violates(error, 'uq_gyms_wellhub_gym_id'))
        throw new DomainError(GymErrors.wellhubGymIdTaken);
      throw error;
    }
  }
}
