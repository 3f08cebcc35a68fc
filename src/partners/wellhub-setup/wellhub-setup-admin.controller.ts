import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audit } from '../../platform/audit/audit.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { RegisterSetupDto } from './wellhub-setup.dto.js';
import { WellhubSetup } from './wellhub-setup.js';

@ApiTags('Partners')
@Controller('admin/v1/partners/:partnerId/wellhub/setup')
export class WellhubSetupAdminController {
  constructor(
    private readonly setup: WellhubSetup,
    private readonly audit: Audit,
  ) {}

  @Get()
  @Requires('PARTNER_ADMIN')
  check(@Tenant() partnerId: string) {
    return this.setup.check(partnerId);
  }

  /** Returns what was registered, and Wellhub's set-up afterwards. */
  @Post()
  @HttpCode(200)
  @Requires('PARTNER_ADMIN')
  async register(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() { confirm, gymId }: RegisterSetupDto,
  ) {
    if (!confirm) throw invalid({ path: 'confirm', detail: 'must be true; nothing was changed' });
    const registered = await this.setup.register(partnerId, gymId);
    for (const { gymId: changed, problem } of registered) {
      const action = problem === null ? 'registered' : 'register-failed';
      await this.audit.record({
        partnerId,
        actor: caller.name,
        action: `wellhub-setup.${action}`,
        object: `gym/${changed}`,
      });
    }
    return { registered, ...(await this.setup.check(partnerId)) };
  }
}
