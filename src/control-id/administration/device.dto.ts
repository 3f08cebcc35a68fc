import { DIRECTIONS, VENDORS, type Device, type Direction, type Vendor } from '../../gate/index.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { Flag, Nested, OneOf, QueryNumber, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import type { Contact } from '../contact/contacts.repository.js';
import type { ControlIdSettings } from '../device-settings/control-id-settings.js';
import { ControlIdChangeDto } from './control-id-change.dto.js';
import { ControlIdSettingsDto, DeviceContactDto } from './control-id.dto.js';

/** The vendor is fixed when a device is made, so that one that is named here must be the same. */
export class ChangeDeviceDto {
  @OneOf(VENDORS, { optional: true, description: 'Fixed: another one is refused' })
  vendor?: Vendor;

  @Nested(() => ControlIdChangeDto, {
    optional: true,
    nullable: true,
    description: 'Only of a device of this vendor. Null, here or of one field: the default again',
  })
  controlId?: ControlIdChangeDto | null;

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

  @OneOf(VENDORS, {
    optional: true,
    description: 'Whose protocol it speaks; GENERIC, the default, is that of the Open API',
  })
  vendor?: Vendor;

  @Nested(() => ControlIdChangeDto, {
    optional: true,
    nullable: true,
    description: 'Only with the vendor CONTROL_ID',
  })
  controlId?: ControlIdChangeDto | null;
}

/** The devices of a partner. */
export class DevicesQuery extends PageQuery {
  @QueryNumber({ optional: true, min: 1, description: 'Only of this gym' })
  gymId?: number;
}

/** What is shown of a device besides its row. */
interface ShownWithDevice {
  /** Of the last 30 days. */
  readonly lastScanAt: Date | undefined;
  /** Of the vendor's own settings. */
  readonly settings: ControlIdSettings | undefined;
  readonly contact: Contact | undefined;
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

  @Answer.flag(
    'False until it got its first token, and while it is switched off; of another vendor than GENERIC there is no token',
  )
  active!: boolean;

  @Answer.flag('Whether it ever got a token')
  hasToken!: boolean;

  @Answer.instant('The last scan of the last 30 days', { nullable: true })
  lastScanAt!: Date | null;

  @Answer.whole('The same value again within so many seconds: the same answer')
  repeatWindowSeconds!: number;

  @Answer.instant()
  createdAt!: Date;

  @Answer.oneOf(VENDORS, 'Whose protocol it speaks')
  vendor!: Vendor;

  @Answer.object(() => ControlIdSettingsDto, 'Of a device of this vendor, with all defaults', {
    optional: true,
  })
  controlId?: ControlIdSettingsDto;

  @Answer.object(
    () => DeviceContactDto,
    'What a device of the vendor CONTROL_ID told by its calls',
    {
      optional: true,
    },
  )
  contact?: DeviceContactDto;

  static from(row: Device, { lastScanAt, settings, contact }: ShownWithDevice): DeviceDto {
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
      vendor: row.vendor,
      ...(settings && {
        controlId: ControlIdSettingsDto.from(settings),
        contact: DeviceContactDto.from(contact),
      }),
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
