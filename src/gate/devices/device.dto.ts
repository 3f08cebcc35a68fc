import { Flag, OneOf, QueryNumber, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { DIRECTIONS, type DeviceEntity, type Direction } from './device.entity.js';

export class ChangeDeviceDto {
  @Text({ optional: true, max: 100 })
  name?: string;

  @OneOf(DIRECTIONS, { optional: true })
  direction?: Direction;

  @Flag({ optional: true })
  active?: boolean;

  @Whole({
    optional: true,
    max: 5,
    description: 'Same value again within this time: the same answer',
  })
  repeatWindowSeconds?: number;
}

export class CreateDeviceDto {
  @Text({ max: 100 })
  name!: string;

  @OneOf(DIRECTIONS)
  direction!: Direction;

  @Whole({ optional: true, max: 5 })
  repeatWindowSeconds?: number;
}

/** The devices of a partner. */
export class DevicesQuery extends PageQuery {
  @QueryNumber({ optional: true, min: 1, description: 'Only of this gym' })
  gymId?: number;
}

/** A device on the admin surface. Its token is in no list. */
export class DeviceDto {
  /** @param lastScanAt of the last 30 days */
  static from(row: DeviceEntity, lastScanAt: Date | undefined) {
    return {
      id: row.id,
      gymId: row.gymId,
      name: row.name,
      direction: row.direction,
      active: row.active,
      hasToken: row.tokenHash !== null,
      lastScanAt: lastScanAt ?? null,
      repeatWindowSeconds: row.repeatWindowSeconds,
      createdAt: row.createdAt,
    };
  }
}

/** A device on the Open API (`open-api.md` 4.2). */
export class StudioDeviceDto {
  static from(row: DeviceEntity) {
    return {
      id: row.id,
      name: row.name,
      active: row.active,
      model: 'GENERIC_CARD_READER',
      studioId: row.gymId,
      direction: row.direction,
    };
  }
}
