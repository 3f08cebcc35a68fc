import { Answer } from '../../platform/http/answer-fields.js';
import { Flag, OneOf, QueryNumber, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { DIRECTIONS, type DeviceEntity, type Direction } from './device.entity.js';

const MODELS = ['GENERIC_CARD_READER'] as const;

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
  @Answer.id()
  id!: number;

  @Answer.id()
  gymId!: number;

  @Answer.text('What people call it')
  name!: string;

  @Answer.oneOf(DIRECTIONS, 'Which way it lets people through; BOTH finds out by who is inside')
  direction!: Direction;

  @Answer.flag('False until it got its first token, and while it is switched off')
  active!: boolean;

  @Answer.flag('Whether it ever got a token')
  hasToken!: boolean;

  @Answer.instant('The last scan of the last 30 days', { nullable: true })
  lastScanAt!: Date | null;

  @Answer.whole('The same value again within so many seconds: the same answer')
  repeatWindowSeconds!: number;

  @Answer.instant()
  createdAt!: Date;

  /** @param lastScanAt of the last 30 days */
  static from(row: DeviceEntity, lastScanAt: Date | undefined): DeviceDto {
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

/** A new token of a device, on the admin surface. */
export class DeviceTokenDto {
  @Answer.id('Of the device')
  id!: number;

  @Answer.text(
    'The device sends it as `Authorization: Bearer …`; absent where a call is repeated',
    {
      optional: true,
    },
  )
  token!: string;

  static from(id: number, token: string): DeviceTokenDto {
    return { id, token };
  }
}

/** The same on the Open API. */
export class StudioDeviceTokenDto {
  @Answer.id('Of the device')
  id!: number;

  @Answer.text('The device sends it as `Authorization: Bearer …`; the one before is void')
  accessToken!: string;

  static from(id: number, accessToken: string): StudioDeviceTokenDto {
    return { id, accessToken };
  }
}

/** A device on the Open API (`open-api.md` 4.2). */
export class StudioDeviceDto {
  @Answer.id()
  id!: number;

  @Answer.text()
  name!: string;

  @Answer.flag('False until it got its first token, and while it is switched off')
  active!: boolean;

  @Answer.oneOf(MODELS)
  model!: (typeof MODELS)[number];

  @Answer.id()
  studioId!: number;

  @Answer.oneOf(DIRECTIONS)
  direction!: Direction;

  static from(row: DeviceEntity): StudioDeviceDto {
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
