import { Answer } from '../../platform/http/answer-fields.js';
import type { DeviceEntity } from './device.entity.js';
import { DIRECTIONS, type Direction } from './device-kinds.js';

const GENERIC_MODEL = 'GENERIC_CARD_READER';
const MODELS = [GENERIC_MODEL, 'CONTROL_ID'] as const;

/** A new token of a device, on the Open API. */
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
      model: row.vendor === 'GENERIC' ? GENERIC_MODEL : row.vendor,
      studioId: row.gymId,
      direction: row.direction,
    };
  }
}
