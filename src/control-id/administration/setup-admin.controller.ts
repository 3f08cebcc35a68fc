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
import { CardLearning } from '../card-learning/card-learning.js';
import { Contacts } from '../contact/contacts.js';
import { DeviceSetups } from '../setup/device-setups.js';
import { MoveDeviceDto, MovedDeviceDto, SetupDto, USUAL_GRACE } from './setup.dto.js';
import { CardLearningDto } from './unknown-card.dto.js';

const DEVICE_ID = new IdPipe(DeviceErrors.notFound);
const ERRORS = [DeviceErrors.notFound, DeviceErrors.otherVendor];

/** The set-up of a Control iD device: its address, which can be changed, and a card to learn (`control-id.md` 3, 4.3, 11). */
@ApiTags('Devices')
@Controller('admin/v1/devices/:id/control-id')
export class SetupAdminController {
  constructor(
    private readonly setups: DeviceSetups,
    private readonly addresses: DeviceAddresses,
    private readonly contacts: Contacts,
    private readonly learning: CardLearning,
    private readonly audit: Audit,
  ) {}

  @Operation('controlId.getSetup', {
    summary: 'Show how a Control iD device is set up',
    description:
      'The answer holds the address, which is the credential of the device, so that each reading is audited. A card that was learned is in one answer only. This server cannot reach the network of a gym and never asks for the password of a device: a person there follows the steps or runs the script.',
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
    return SetupDto.from(setup, contact, await this.learning.take(device));
  }

  @Operation('controlId.learnCard', {
    summary: 'Learn the next unknown card of a Control iD device',
    description:
      'For 60 seconds the last card that nobody has is kept, so that `check.unknownCard` of the set-up shows, once, which number each `cardFormat` makes of it. Another call begins anew. Numbers of 18 and 19 digits are access codes, and are not kept.',
    answer: CardLearningDto,
    errors: ERRORS,
  })
  @Post('learn-card')
  @HttpCode(200)
  @Requires('DEVICE_WRITE')
  async learnCard(
    @Tenant() partnerId: string,
    @CallerOf() { gymId, name: actor }: Caller,
    @Param('id', DEVICE_ID) id: number,
  ): Promise<CardLearningDto> {
    const device = await this.setups.device(partnerId, id, gymId);
    const learnsCardsUntil = await this.learning.start(device);
    const action = 'device.card-learning-started';
    await this.audit.record({ partnerId, actor, action, object: String(id) });
    return { id, learnsCardsUntil };
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
