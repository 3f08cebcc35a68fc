import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RuleDoors } from '../../access-rules/index.js';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, type Repository } from 'typeorm';
import type { Queries } from '../../platform/database/database.js';
import { DeviceEntity } from './device.entity.js';
import {
  CHANGE_DEVICE,
  INSERT_DEVICE,
  KNOWN_DEVICES,
  LOCK_DEVICE,
  REMOVE_DEVICE,
} from './devices.sql.js';

export type NewDevice = Omit<DeviceEntity, 'id' | 'tokenHash' | 'createdAt' | 'deletedAt'>;

export interface DevicePage {
  /** The one gym whose devices count. */
  readonly gymId: number | undefined;
  readonly after?: number;
  readonly limit?: number;
}

/** The table `devices`; removed ones are not found. */
@Injectable()
export class DevicesRepository implements OnModuleInit {
  constructor(
    @InjectRepository(DeviceEntity) private readonly rows: Repository<DeviceEntity>,
    private readonly doors: RuleDoors,
  ) {}

  onModuleInit(): void {
    this.doors.register(async (queries, { partnerId, gymId }, ids) => {
      const rows = await queries.query<{ id: number }>(KNOWN_DEVICES, [partnerId, gymId, ids]);
      return rows.map(({ id }) => id);
    });
  }

  async insert(tx: Queries, device: NewDevice): Promise<DeviceEntity> {
    const { partnerId, gymId, name, direction, repeatWindowSeconds, vendor, active } = device;
    const values = [partnerId, gymId, name, direction, repeatWindowSeconds, vendor, active];
    const [row] = await tx.query<DeviceEntity>(INSERT_DEVICE, values);
    return row as DeviceEntity;
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

  /** The row as it is now; no other transaction changes it until the transaction ends. */
  async lock(tx: Queries, partnerId: string, id: number): Promise<DeviceEntity | undefined> {
    const [row] = await tx.query<DeviceEntity>(LOCK_DEVICE, [partnerId, id]);
    return row;
  }

  async change(tx: Queries, device: DeviceEntity): Promise<DeviceEntity> {
    const { partnerId, id, name, direction, active, repeatWindowSeconds } = device;
    const values = [partnerId, id, name, direction, active, repeatWindowSeconds];
    const [row] = await tx.query<DeviceEntity>(CHANGE_DEVICE, values);
    return row as DeviceEntity;
  }

  /** The rules of its gym forget it. @returns false where it was removed before */
  async remove({ partnerId, gymId, id }: DeviceEntity): Promise<boolean> {
    return this.doors.remove({ partnerId, gymId, deviceId: id }, async (tx) => {
      return (await tx.query(REMOVE_DEVICE, [partnerId, id])).length > 0;
    });
  }

  async update(partnerId: string, id: number, values: Partial<DeviceEntity>): Promise<void> {
    await this.rows.update({ partnerId, id }, values);
  }
}
