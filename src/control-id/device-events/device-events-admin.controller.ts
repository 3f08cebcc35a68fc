import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeviceErrors, Devices } from '../../gate/index.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import {
  DEFAULT_LIMIT,
  momentOf,
  pageOf,
  readMoment,
  UUID_MOMENT,
} from '../../platform/http/paging.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { DeviceEventDto, DeviceEventsQuery } from './device-event.dto.js';
import { DeviceEventsRepository } from './device-events.repository.js';

@ApiTags('Devices')
@Controller('admin/v1')
export class DeviceEventsAdminController {
  constructor(
    private readonly devices: Devices,
    private readonly events: DeviceEventsRepository,
  ) {}

  @Operation('devices.listEvents', {
    summary: 'List what a device tells about itself',
    description:
      'Its access logs, doors, buttons and modes of the last 90 days, newest first. Scans that it asked us about are in `gyms.listDecisions`.',
    answer: pagesOf(DeviceEventDto),
    errors: [DeviceErrors.notFound],
  })
  @Get('devices/:id/events')
  @Requires('CHECKIN_READ')
  async list(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', new IdPipe(DeviceErrors.notFound)) id: number,
    @Query() { limit = DEFAULT_LIMIT, cursor, from, to, type }: DeviceEventsQuery,
  ) {
    await this.devices.get(partnerId, id, caller.gymId);
    const rows = await this.events.list(partnerId, id, {
      from: from ?? null,
      to: to ?? null,
      type: type ?? null,
      before: readMoment(cursor, UUID_MOMENT),
      limit: limit + 1,
    });
    return pageOf(rows, { limit, position: momentOf, shape: DeviceEventDto.from });
  }
}
