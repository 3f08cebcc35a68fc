import { Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors, StudioErrors, Studios } from '../../partners/index.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { listOf, Operation } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { Devices } from './devices.js';
import { StudioDeviceDto, StudioDeviceTokenDto } from './device.dto.js';
import { DeviceErrors } from '../scan/gate.errors.js';

/** Devices as the Open API shows them (`open-api.md` 4.2, O-41). */
@ApiTags('Open API')
@Controller('v1/devices')
export class DevicesController {
  constructor(
    private readonly devices: Devices,
    private readonly studios: Studios,
  ) {}

  @Operation('openApi.devices.list', {
    summary: 'List the devices of a studio',
    description:
      '`model` is `GENERIC_CARD_READER`, or `CONTROL_ID` for a device with an address in place of a token. Tokens and addresses are never shown.',
    answer: listOf(StudioDeviceDto),
    errors: [GymErrors.notFound, StudioErrors.required],
  })
  @Get()
  @Requires('DEVICE_READ')
  async list(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Query('studioId') studioId?: string,
  ) {
    const { id: gymId } = await this.studios.get(partnerId, caller, studioId);
    return (await this.devices.list(partnerId, { gymId })).map(StudioDeviceDto.from);
  }

  @Operation('openApi.devices.activate', {
    summary: 'Give a device a token and switch it on',
    description:
      'Of a device of the model `GENERIC_CARD_READER`. Each call makes a new token; the one before is void at once.',
    answer: StudioDeviceTokenDto,
    errors: [DeviceErrors.notFound, DeviceErrors.otherVendor],
  })
  @Put(':deviceId/activate')
  @Requires('DEVICE_WRITE')
  async activate(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('deviceId', new IdPipe(DeviceErrors.notFound)) id: number,
  ) {
    return StudioDeviceTokenDto.from(id, await this.devices.activate(partnerId, id, caller.gymId));
  }
}
