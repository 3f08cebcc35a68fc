import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, type Repository } from 'typeorm';
import { DeviceEntity } from './device.entity.js';

export interface DevicePage {
  /** The one gym whose devices count. */
  readonly gymId: number | undefined;
  readonly after?: number;
  readonly limit?: number;
}

/** The table `devices`; removed ones are not found. */
@Injectable()
export class DevicesRepository {
  constructor(@InjectRepository(DeviceEntity) private readonly rows: Repository<DeviceEntity>) {}

  async insert(values: Partial<DeviceEntity>): Promise<number> {
    return (await this.rows.save(this.rows.create(values))).id;
  }

  async find(partnerId: string, id: number): Promise<DeviceEntity | undefined> {
    return (await this.rows.findOneBy({ partnerId, id, deletedAt: IsNull() })) ?? undefined;
  }

  /** The device with this token, while it is switched on. */
  async findByToken(tokenHash: Buffer): Promise<DeviceEntity | undefined> {
    const where = { tokenHash, active: true, deletedAt: IsNull() };
    return (await this.rows.findOneBy(where)) ?? undefined;
  }

  /** Ascending by id. */
  async list(
    partnerId: string,
    { gymId, after = 0, limit = 1_000 }: DevicePage,
  ): Promise<DeviceEntity[]> {
    return this.rows.find({
      where: { partnerId, deletedAt: IsNull(), id: MoreThan(after), ...(gymId && { gymId }) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /**
   * Keys with the value undefined stay as they are.
   * @param check the row as it is now, locked from then on; what it throws is thrown
   */
  change(
    { partnerId, id }: Pick<DeviceEntity, 'partnerId' | 'id'>,
    change: Partial<DeviceEntity>,
    check: (row: DeviceEntity) => void,
  ): Promise<DeviceEntity | undefined> {
    return this.rows.manager.transaction(async (manager) => {
      const rows = manager.getRepository(DeviceEntity);
      const lock = { mode: 'for_no_key_update' } as const;
      const row = await rows.findOne({ where: { partnerId, id, deletedAt: IsNull() }, lock });
      if (!row) return undefined;
      check(row);
      return rows.save(rows.merge(row, change));
    });
  }

  /** @returns whether there was one */
  async remove(partnerId: string, id: number): Promise<boolean> {
    const ended = { deletedAt: new Date(), active: false, tokenHash: null };
    return Boolean(
      (await this.rows.update({ partnerId, id, deletedAt: IsNull() }, ended)).affected,
    );
  }

  async update(partnerId: string, id: number, values: Partial<DeviceEntity>): Promise<void> {
    await this.rows.update({ partnerId, id }, values);
  }
}
