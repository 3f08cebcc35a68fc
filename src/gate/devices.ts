import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../platform/audit/changes.js';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, type Repository } from 'typeorm';
import { Outbox } from '../event-webhooks/index.js';
import { Gyms } from '../partners/index.js';
import { sha256 } from '../platform/crypto/hashing.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { DeviceEntity, type Direction } from './device.entity.js';
import { DeviceErrors } from './gate.errors.js';

export interface DeviceChange {
  readonly name?: string;
  readonly direction?: Direction;
  readonly active?: boolean;
  readonly repeatWindowSeconds?: number;
}

/** The doors of a gym, each with one token that is shown once and stored as a hash. */
@Injectable()
export class Devices {
  constructor(
    @InjectRepository(DeviceEntity) private readonly rows: Repository<DeviceEntity>,
    private readonly gyms: Gyms,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** @throws gym.not-found */
  async create(partnerId: string, gymId: number, change: DeviceChange): Promise<DeviceEntity> {
    await this.gyms.get(partnerId, gymId);
    const { name = '', direction = 'IN', repeatWindowSeconds = 3 } = change;
    const row = await this.rows.save(
      this.rows.create({ partnerId, gymId, name, direction, repeatWindowSeconds }),
    );
    await this.outbox.add(this.db, { partnerId, type: 'DEVICE_CREATED', entityId: row.id, gymId });
    return this.get(partnerId, row.id);
  }

  /** @param gymId when given, a device of another gym is not found @throws device.not-found */
  async get(partnerId: string, id: number, gymId?: number): Promise<DeviceEntity> {
    const row = await this.rows.findOneBy({ partnerId, id, deletedAt: IsNull() });
    if (!row || (gymId !== undefined && row.gymId !== gymId))
      throw new DomainError(DeviceErrors.notFound);
    return row;
  }

  async list(
    partnerId: string,
    gymId: number | undefined,
    after = 0,
    limit = 1_000,
  ): Promise<DeviceEntity[]> {
    return this.rows.find({
      where: { partnerId, deletedAt: IsNull(), id: MoreThan(after), ...(gymId && { gymId }) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** @throws device.not-found */
  async change(partnerId: string, id: number, change: DeviceChange): Promise<DeviceEntity> {
    const row = await this.get(partnerId, id);
    rememberBefore(row);
    await this.rows.save(this.rows.merge(row, change));
    return this.get(partnerId, id);
  }

  /** Issues a new token and switches the device on; the old token ends at once. @throws device.not-found */
  async activate(partnerId: string, id: number, gymId?: number): Promise<string> {
    await this.get(partnerId, id, gymId);
    const token = randomUUID();
    await this.rows.update({ partnerId, id }, { tokenHash: sha256(token), active: true });
    return token;
  }

  /** @throws device.not-found */
  async remove(partnerId: string, id: number): Promise<void> {
    await this.get(partnerId, id);
    await this.rows.update(
      { partnerId, id },
      { deletedAt: new Date(), active: false, tokenHash: null },
    );
  }

  /** The device with this token, while it is switched on. */
  async findByToken(token: string): Promise<DeviceEntity | undefined> {
    const known = { tokenHash: sha256(token), active: true, deletedAt: IsNull() };
    return (await this.rows.findOneBy(known)) ?? undefined;
  }
}
