import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Outbox } from '../../event-webhooks/index.js';
import { Gyms } from '../../partners/index.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { DeviceEntity } from './device.entity.js';
import type { Direction, Vendor } from './device-kinds.js';
import { DecisionsRepository } from '../decisions/decisions.repository.js';
import { DevicesRepository, type DevicePage } from './devices.repository.js';
import { DeviceErrors } from '../scan/gate.errors.js';

export interface DeviceChange {
  readonly name?: string;
  readonly direction?: Direction;
  readonly active?: boolean;
  readonly repeatWindowSeconds?: number;
}

export interface NewDeviceValues extends DeviceChange {
  readonly vendor?: Vendor;
}

interface AtGym {
  readonly partnerId: string;
  readonly gymId: number;
}

/** What another room does in the transaction that makes or changes a device. */
export type Alongside = (tx: Queries, device: DeviceEntity) => Promise<void>;

const nothing: Alongside = async () => undefined;

/** The doors of a gym. One that speaks the general protocol has a token, shown once and stored as a hash. */
@Injectable()
export class Devices {
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly rows: DevicesRepository,
    private readonly gyms: Gyms,
    private readonly outbox: Outbox,
    private readonly db: Database,
    private readonly decisions: DecisionsRepository,
  ) {}

  /** Calls back in this process after a device was changed or removed here. */
  whenChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** When each of them last had a scan, within the last 30 days. */
  lastScans(partnerId: string, devices: readonly DeviceEntity[]): Promise<Map<number, Date>> {
    return this.decisions.lastScans(partnerId, devices);
  }

  /** One of another vendor needs no token, so it is active at once. @throws gym.not-found */
  async create(
    { partnerId, gymId }: AtGym,
    values: NewDeviceValues,
    alongside = nothing,
  ): Promise<DeviceEntity> {
    await this.gyms.get(partnerId, gymId);
    const { name = '', direction = 'IN', repeatWindowSeconds = 3, vendor = 'GENERIC' } = values;
    const active = vendor !== 'GENERIC';
    const device = { partnerId, gymId, name, direction, repeatWindowSeconds, vendor, active };
    return this.db.transaction(async (tx) => {
      const row = await this.rows.insert(tx, device);
      await alongside(tx, row);
      const event = { partnerId, type: 'DEVICE_CREATED', entityId: row.id, gymId } as const;
      await this.outbox.add(tx, event);
      return row;
    });
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

  /** @param isExpected fails, in the transaction that changes it, where the caller saw another one @throws device.not-found */
  async change(
    partnerId: string,
    { id, ...change }: DeviceChange & { readonly id: number },
    isExpected: Alongside,
  ): Promise<DeviceEntity> {
    const changed = await this.db.transaction(async (tx) => {
      const present = await this.rows.lock(tx, partnerId, id);
      if (!present) throw new DomainError(DeviceErrors.notFound);
      await isExpected(tx, present);
      rememberBefore(present);
      return this.rows.change(tx, { ...present, ...definedOf(change) });
    });
    this.notify();
    return changed;
  }

  /** Issues a new token and switches the device on; the old token ends at once. @throws device.not-found, device.other-vendor */
  async activate(partnerId: string, id: number, gymId?: number): Promise<string> {
    const { vendor } = await this.get(partnerId, id, gymId);
    if (vendor !== 'GENERIC') throw new DomainError(DeviceErrors.otherVendor);
    const token = randomUUID();
    await this.rows.update(partnerId, id, { tokenHash: sha256(token), active: true });
    return token;
  }

  /** The rules of its gym forget it. @throws device.not-found */
  async remove(partnerId: string, id: number): Promise<void> {
    const isRemoved = await this.rows.remove(await this.get(partnerId, id));
    if (!isRemoved) throw new DomainError(DeviceErrors.notFound);
    this.notify();
  }

  /** The device with this token, while it is switched on. */
  async findByToken(token: string): Promise<DeviceEntity | undefined> {
    return this.rows.findByToken(sha256(token));
  }

  private notify(): void {
    for (const changed of this.listeners) changed();
  }
}

/** Keys with the value undefined stay as they are. */
const definedOf = (change: DeviceChange): DeviceChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
