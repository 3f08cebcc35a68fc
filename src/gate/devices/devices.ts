import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Outbox } from '../../event-webhooks/index.js';
import { Gyms } from '../../partners/index.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { DeviceEntity, Direction } from './device.entity.js';
import { DevicesRepository, type DevicePage } from './devices.repository.js';
import { DeviceErrors } from '../scan/gate.errors.js';

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
    private readonly rows: DevicesRepository,
    private readonly gyms: Gyms,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** @throws gym.not-found */
  async create(partnerId: string, gymId: number, change: DeviceChange): Promise<DeviceEntity> {
    await this.gyms.get(partnerId, gymId);
    const { name = '', direction = 'IN', repeatWindowSeconds = 3 } = change;
    const id = await this.rows.insert({ partnerId, gymId, name, direction, repeatWindowSeconds });
    await this.outbox.add(this.db, { partnerId, type: 'DEVICE_CREATED', entityId: id, gymId });
    return this.get(partnerId, id);
  }

  /** @param gymId when given, a device of another gym is not found @throws device.not-found */
  async get(partnerId: string, id: number, gymId?: number): Promise<DeviceEntity> {
    const row = await this.rows.find(partnerId, id);
    if (!row || (gymId !== undefined && row.gymId !== gymId))
      throw new DomainError(DeviceErrors.notFound);
    return row;
  }

  async list(partnerId: string, page: DevicePage): Promise<DeviceEntity[]> {
    return this.rows.list(partnerId, page);
  }

  /** @param isExpected throws where the caller saw another one @throws device.not-found */
  async change(
    partnerId: string,
    { id, ...change }: DeviceChange & { readonly id: number },
    isExpected: (present: DeviceEntity) => void,
  ): Promise<DeviceEntity> {
    const row = await this.rows.change({ partnerId, id }, change, (present) => {
      isExpected(present);
      rememberBefore(present);
    });
    if (!row) throw new DomainError(DeviceErrors.notFound);
    return row;
  }

  /** Issues a new token and switches the device on; the old token ends at once. @throws device.not-found */
  async activate(partnerId: string, id: number, gymId?: number): Promise<string> {
    await this.get(partnerId, id, gymId);
    const token = randomUUID();
    await this.rows.update(partnerId, id, { tokenHash: sha256(token), active: true });
    return token;
  }

  /** @throws device.not-found */
  async remove(partnerId: string, id: number): Promise<void> {
    if (!(await this.rows.remove(partnerId, id))) throw new DomainError(DeviceErrors.notFound);
  }

  /** The device with this token, while it is switched on. */
  async findByToken(token: string): Promise<DeviceEntity | undefined> {
    return this.rows.findByToken(sha256(token));
  }
}
