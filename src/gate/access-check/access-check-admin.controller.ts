import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CustomerErrors, VisibleCustomers } from '../../customers/index.js';
import { GymErrors, Gyms } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { RequiresBoth } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { Repeatable } from '../../platform/http/shown-once.js';
import { Devices } from '../devices/devices.js';
import { DeviceErrors } from '../scan/gate.errors.js';
import { AccessCheck } from './access-check.js';
import { AccessCheckDto, AccessCheckRequestDto } from './access-check.dto.js';

const MOST_MS = 400 * 86_400_000;

@ApiTags('Access rules')
@Controller('admin/v1/gyms/:gymId/access-policy')
export class AccessCheckAdminController {
  constructor(
    private readonly gyms: Gyms,
    private readonly customers: VisibleCustomers,
    private readonly devices: Devices,
    private readonly checks: AccessCheck,
  ) {}

  @Operation('accessPolicies.check', {
    summary: 'Find out whether a person may enter, and why',
    description:
      'With `at` contracts, passes, ages and hours are judged for that moment; check-ins, presence and restrictions as they stand now. It reads only: no call, no decision in the log.',
    answer: AccessCheckDto,
    errors: [GymErrors.notFound, CustomerErrors.notFound, DeviceErrors.notFound],
  })
  @Post('check')
  @Repeatable()
  @RequiresBoth('STUDIO_READ', 'CUSTOMER_READ')
  @HttpCode(200)
  async check(
    @CurrentActor() actor: Actor,
    @Param('gymId', new IdPipe(GymErrors.notFound)) gymId: number,
    @Body() { customerId, deviceId, at, inside, wellhubProduct }: AccessCheckRequestDto,
  ): Promise<AccessCheckDto> {
    const { partnerId } = actor;
    await this.gyms.get(partnerId, gymId);
    if (at && Math.abs(at.getTime() - Date.now()) > MOST_MS)
      throw invalid({ path: 'at', detail: 'must be within 400 days from now' });
    await this.customers.get(actor, customerId);
    if (deviceId !== undefined) await this.devices.get(partnerId, deviceId, gymId);
    const entry = {
      partnerId,
      gymId,
      customerId,
      deviceId: deviceId ?? null,
      inside: inside ?? null,
      wellhubProduct: wellhubProduct ?? null,
    };
    const checked = await this.checks.check(entry, at ?? null);
    if (!checked) throw new DomainError(CustomerErrors.notFound);
    return AccessCheckDto.from(checked);
  }
}
