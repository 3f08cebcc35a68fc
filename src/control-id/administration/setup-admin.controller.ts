import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeviceErrors } from '../../gate/index.js';
import { Audit } from '../../platform/audit/audit.js';
import {
  CallerOf,
  NeedsRecentProof,
  Requires,
  Tenant,
  type Caller,
} from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ShownOnce } from '../../platform/http/shown-once.js';
import { DeviceAddresses } from '../address/device-addresses.js';
import { Contacts } from '../contact/contacts.js';
import { DeviceSetups } from '../setup/device-setups.js';
import { MoveDeviceDto, MovedDeviceDto, SetupDto, USUAL_GRACE } from './setup.dto.js';

const DEVICE_ID = new IdPipe(DeviceErrors.notFound);
const ERRORS = [DeviceErrors.notFound, DeviceErrors.otherVendor];

/** The address of a Control iD device: shown with its set-up, and changed (`control-id.md` 3 and 11). */
@ApiTags('Devices')
@Controller('admin/v1/devices/:id/control-id')
export class SetupAdminController {
  constructor(
    private readonly setups: DeviceSetups,
    private readonly addresses: DeviceAddresses,
    private readonly contacts: Contacts,
    private readonly audit: Audit,
  ) {}

  @Operation('controlId.getSetup', {
    summary: 'Show how a Control iD device is set up',
    description:
      'The answer holds the address, which is the credential of the device, so that each reading is audited. This server cannot reach the network of a gym and never asks for the password of a device: a person there follows the steps or runs the script.',
    answer: SetupDto,
    errors: ERRORS,
  })
  @Get('setup')
  @Header('Cache-Control', 'no-store')
  @NeedsRecentProof()
  @Requires('DEVICE_WRITE')
  async setup(
    @Tenant() partnerId: string,
    @CallerOf() { gymId, name: actor }: Caller,
    @Param('id', DEVICE_ID) id: number,
  ) {
    const device = await this.setups.device(partnerId, id, gymId);
    const setup = await this.setups.of(device);
    const contact = (await this.contacts.of(partnerId, [id])).get(id);
    const action = 'device.setup-read';
    await this.audit.recordOrFail({ partnerId, actor, action, object: String(id) });
    return SetupDto.from(setup, contact);
  }

  @Operation('controlId.rotateSecret', {
    summary: 'Give a Control iD device another address',
    description: 'The address before works for `graceSeconds`, so that the device can be changed.',
    answer: MovedDeviceDto,
    errors: ERRORS,
  })
  @Post('secret')
  @HttpCode(200)
  @ShownOnce('address')
  @Requires('DEVICE_WRITE')
  async move(
    @Tenant() partnerId: string,
    @CallerOf() { gymId, name: actor }: Caller,
    @Param('id', DEVICE_ID) id: number,
    @Body() { graceSeconds = USUAL_GRACE }: MoveDeviceDto,
  ): Promise<MovedDeviceDto> {
    const device = await this.setups.device(partnerId, id, gymId);
    const { address, previousUntil } = await this.addresses.move(device, graceSeconds);
    const action = 'device.address-changed';
    await this.audit.record({ partnerId, actor, action, object: String(id) });
    return { id, address, previousAddressUntil: previousUntil };
  }
}
