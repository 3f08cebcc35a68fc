import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeviceErrors } from '../../gate/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { showChanges } from '../../platform/audit/changes.js';
import {
  CallerOf,
  Requires,
  RequiresEither,
  Tenant,
  type Caller,
} from '../../platform/http/declarations.js';
import { itemsOf, Operation, pagesOf } from '../../platform/http/operation.js';
import {
  DEFAULT_LIMIT,
  momentOf,
  pageOf,
  readMoment,
  UUID_MOMENT,
} from '../../platform/http/paging.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CommandErrors } from '../push/command.errors.js';
import { CommandsRepository } from '../push/commands.repository.js';
import { DeviceSetups } from '../setup/device-setups.js';
import { AcceptedCommandDto, CommandDto, CommandsQuery, OpenDeviceDto } from './command.dto.js';
import { RemoteControl } from './remote-control.js';

const DEVICE_ID = new IdPipe(DeviceErrors.notFound);
const ERRORS = [DeviceErrors.notFound, DeviceErrors.otherVendor];

/** The commands of a Control iD device, which it fetches (`control-id.md` 10). */
@ApiTags('Devices')
@Controller('admin/v1/devices/:id')
export class CommandsAdminController {
  constructor(
    private readonly setups: DeviceSetups,
    private readonly remote: RemoteControl,
    private readonly commands: CommandsRepository,
    private readonly audit: Audit,
  ) {}

  @Operation('controlId.open', {
    summary: 'Open a door from afar',
    description:
      'The device fetches the command within seconds, at most once and within 30 seconds. It makes no visit and uses nothing up; who opened, and why, stands in the audit log.',
    answer: AcceptedCommandDto,
    errors: [...ERRORS, CommandErrors.notPolling, CommandErrors.queueFull],
  })
  @Post('open')
  @HttpCode(202)
  @RequiresEither('DEVICE_WRITE', 'CHECKIN_WRITE')
  async open(
    @Tenant() partnerId: string,
    @CallerOf() { gymId, name: actor }: Caller,
    @Param('id', DEVICE_ID) id: number,
    @Body() { way, reason }: OpenDeviceDto,
  ) {
    const device = await this.setups.device(partnerId, id, gymId);
    const command = await this.remote.open(device, way);
    showChanges({ way, reason });
    const action = 'device.opened-remotely';
    await this.audit.record({ partnerId, actor, action, object: String(id) });
    return AcceptedCommandDto.from(command);
  }

  @Operation('controlId.apply', {
    summary: 'Send a Control iD device its settings again',
    description:
      'One command for each step of the set-up that needs no log-in at the device. Each is handed out every minute until the device answers, five times at most.',
    answer: itemsOf(CommandDto),
    errors: [...ERRORS, CommandErrors.queueFull],
  })
  @Post('control-id/apply')
  @HttpCode(202)
  @Requires('DEVICE_WRITE')
  async apply(
    @Tenant() partnerId: string,
    @CallerOf() { gymId }: Caller,
    @Param('id', DEVICE_ID) id: number,
  ) {
    const device = await this.setups.device(partnerId, id, gymId);
    return { items: (await this.remote.apply(device)).map(CommandDto.from) };
  }

  @Operation('controlId.listCommands', {
    summary: 'List the commands of a Control iD device',
    description: 'Those of the last 7 days, the newest first.',
    answer: pagesOf(CommandDto),
    errors: ERRORS,
  })
  @Get('commands')
  @Requires('DEVICE_READ')
  async list(
    @Tenant() partnerId: string,
    @CallerOf() { gymId }: Caller,
    @Param('id', DEVICE_ID) id: number,
    @Query() { limit = DEFAULT_LIMIT, cursor, state }: CommandsQuery,
  ) {
    const device = await this.setups.device(partnerId, id, gymId);
    const before = readMoment(cursor, UUID_MOMENT);
    const rows = await this.commands.list(device, { state, before, limit: limit + 1 });
    return pageOf(rows, { limit, position: momentOf, shape: CommandDto.from });
  }
}
