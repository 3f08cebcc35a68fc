import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CodeHashes } from '../../access-codes/index.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { Repeatable } from '../../platform/http/shown-once.js';
import { Devices } from '../devices/devices.js';
import { DeviceErrors } from '../scan/gate.errors.js';
import type { GateDecision } from '../scan/scan.js';
import { readDryRun } from '../scan/scan-request.js';
import { DryRunDto, DryRunRequestDto } from './dry-run.dto.js';
import { Gate } from './gate.js';

const DEVICE_ID = new IdPipe(DeviceErrors.notFound);
const SWITCHED_OFF: GateDecision = { kind: 'refused', why: 'DEVICE_TOKEN_INVALID' };

/** Why a door would open or stay shut: the gate's own decision, which changes nothing. */
@ApiTags('Devices')
@Controller('admin/v1/devices')
export class DryRunsAdminController {
  constructor(
    private readonly devices: Devices,
    private readonly gate: Gate,
    private readonly hashes: CodeHashes,
  ) {}

  @Operation('devices.dryRun', {
    summary: 'Find out what a device would answer to a code or a card',
    description:
      'The gate’s own decision, which opens nothing and uses up no code. It leaves a row in the log of decisions, marked as a dry run.',
    answer: DryRunDto,
    errors: [DeviceErrors.notFound],
  })
  @Post(':id/dry-run')
  @Repeatable()
  @Requires('DEVICE_READ')
  @HttpCode(200)
  async dryRun(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', DEVICE_ID) id: number,
    @Body() body: DryRunRequestDto,
  ): Promise<DryRunDto> {
    const { tokenHash, active, vendor } = await this.devices.get(partnerId, id, caller.gymId);
    const device =
      vendor === 'GENERIC' ? tokenHash && { tokenHash } : { device: { partnerId, id } };
    const scan = readDryRun(body, device ?? {}, this.hashes);
    const isOn = device !== null && active;
    return DryRunDto.from(scan, isOn ? await this.gate.decide(scan) : SWITCHED_OFF);
  }
}
