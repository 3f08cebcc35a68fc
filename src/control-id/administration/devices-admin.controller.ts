import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GymErrors, Gyms } from '../../partners/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  PageQuery,
  pageOf,
  readCursor,
} from '../../platform/http/paging.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ShownOnce } from '../../platform/http/shown-once.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { DeviceErrors, Devices, type DevicePage } from '../../gate/index.js';
import { ControlIdErrors } from './control-id.errors.js';
import { DeviceAdministration } from './device-administration.js';
import {
  ChangeDeviceDto,
  CreateDeviceDto,
  DeviceDto,
  DevicesQuery,
  DeviceTokenDto,
} from './device.dto.js';

const GYM_ID = new IdPipe(GymErrors.notFound);
const devicePath = (id: number) => `/admin/v1/devices/${id}`;
const DEVICE_ID = new IdPipe(DeviceErrors.notFound);

/** Devices of all vendors (`admin-api.md`, `control-id.md` 2). */
@ApiTags('Devices')
@Controller('admin/v1')
export class DevicesAdminController {
  constructor(
    private readonly devices: Devices,
    private readonly gyms: Gyms,
    private readonly audit: Audit,
    private readonly administration: DeviceAdministration,
  ) {}

  @Operation('devices.create', {
    summary: 'Add a device to a gym',
    description:
      'It opens nothing before it has a token: `devices.createToken`. One of the vendor CONTROL_ID has an address instead, which opens at once: `controlId.getSetup`.',
    answer: DeviceDto,
    errors: [GymErrors.notFound],
  })
  @Post('gyms/:gymId/devices')
  @Requires('DEVICE_WRITE')
  async create(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @Body() body: CreateDeviceDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const device = await this.administration.create(partnerId, gymId, body);
    void reply.header('Location', devicePath(device.id));
    return device;
  }

  @Operation('gyms.listDevices', {
    summary: 'List the devices of a gym',
    description: 'Of all vendors, oldest first. Tokens and addresses are never shown.',
    answer: pagesOf(DeviceDto),
    errors: [GymErrors.notFound],
  })
  @Get('gyms/:gymId/devices')
  @Requires('DEVICE_READ')
  async list(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    await this.gyms.get(partnerId, gymId);
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    return this.pageOf(partnerId, { gymId, after, limit });
  }

  /** At all gyms; a narrowed caller sees those of its gym. */
  @Operation('devices.list', {
    summary: 'List the devices of all gyms',
    description: 'A key that is narrowed to a gym sees those of its gym.',
    answer: pagesOf(DeviceDto),
    errors: [GymErrors.notFound],
  })
  @Get('partners/:partnerId/devices')
  @Requires('DEVICE_READ')
  async listOfPartner(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Query() { limit = DEFAULT_LIMIT, cursor, gymId = caller.gymId }: DevicesQuery,
  ) {
    if (gymId !== undefined) await this.gymOf(caller, partnerId, gymId);
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    return this.pageOf(partnerId, { gymId, after, limit });
  }

  @Operation('devices.get', {
    summary: 'Read a device',
    description:
      'Its token or address is never shown. `lastScanAt` looks back 30 days; `controlId` and `contact` are those of a device of Control iD.',
    answer: DeviceDto,
    errors: [DeviceErrors.notFound],
  })
  @Get('devices/:id')
  @Requires('DEVICE_READ')
  async get(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', DEVICE_ID) id: number,
    @EntityTagsOf() tags: EntityTags,
  ) {
    const row = await this.devices.get(partnerId, id, caller.gymId);
    return this.administration.tagged(row, tags);
  }

  @Operation('devices.createToken', {
    summary: 'Give a device a token',
    description:
      'The token before is void at once, and the device is active from now on. The token is shown this once.',
    answer: DeviceTokenDto,
    errors: [DeviceErrors.notFound, DeviceErrors.otherVendor],
  })
  @Post('devices/:id/token')
  @ShownOnce('token')
  @Requires('DEVICE_WRITE')
  async token(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', DEVICE_ID) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const token = await this.devices.activate(partnerId, id, caller.gymId);
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'device.token-issued',
      object: String(id),
    });
    void reply.header('Location', devicePath(id));
    return DeviceTokenDto.from(id, token);
  }

  @Operation('devices.update', {
    summary: 'Change a device',
    description:
      'A device that is switched off (`active: false`) keeps its token or address and opens nothing.',
    answer: DeviceDto,
    errors: [DeviceErrors.notFound, ControlIdErrors.vendorFixed],
  })
  @Patch('devices/:id')
  @Requires('DEVICE_WRITE')
  async change(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', DEVICE_ID) id: number,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: ChangeDeviceDto,
  ) {
    const row = await this.devices.get(partnerId, id, caller.gymId);
    return this.administration.change(row, body, tags);
  }

  @Operation('devices.delete', {
    summary: 'Remove a device',
    description: 'Its token or address is void at once; its decisions stay in the log.',
    errors: [DeviceErrors.notFound],
  })
  @Delete('devices/:id')
  @HttpCode(204)
  @Requires('DEVICE_WRITE')
  async remove(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', DEVICE_ID) id: number,
  ) {
    await this.devices.get(partnerId, id, caller.gymId);
    await this.devices.remove(partnerId, id);
  }

  /** @throws gym.not-found */
  private async gymOf({ gymId: own }: Caller, partnerId: string, gymId: number): Promise<void> {
    if (own !== undefined && own !== gymId) throw new DomainError(GymErrors.notFound);
    await this.gyms.get(partnerId, gymId);
  }

  private async pageOf(partnerId: string, page: Required<DevicePage>) {
    const { limit } = page;
    const rows = await this.administration.list(partnerId, { ...page, limit: limit + 1 });
    return pageOf(rows, { limit, position: ({ id }) => id, shape: (row) => row });
  }
}
