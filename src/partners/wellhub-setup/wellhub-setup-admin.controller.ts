import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audit } from '../../platform/audit/audit.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { RegisteredSetupDto, RegisterSetupDto, WellhubSetupDto } from './wellhub-setup.dto.js';
import { WellhubSetup } from './wellhub-setup.js';
import { Operation } from '../../platform/http/operation.js';
import { ConnectionErrors, GymErrors, SetupErrors } from '../partners/partners.errors.js';

@ApiTags('Partners')
@Controller('admin/v1/partners/:partnerId/wellhub/setup')
export class WellhubSetupAdminController {
  constructor(
    private readonly setup: WellhubSetup,
    private readonly audit: Audit,
  ) {}

  @Operation('partners.getWellhubSetup', {
    summary: 'Compare the webhooks that Wellhub has with ours',
    description: 'It calls Wellhub once per gym, and changes nothing.',
    answer: WellhubSetupDto,
    errors: [
      ConnectionErrors.notFound,
      SetupErrors.productionOnly,
      SetupErrors.credentialsRefused,
      SetupErrors.unreachable,
    ],
  })
  @Get()
  @Requires('PARTNER_ADMIN')
  check(@Tenant() partnerId: string): Promise<WellhubSetupDto> {
    return this.setup.check(partnerId);
  }

  /** Returns what was registered, and Wellhub's set-up afterwards. */
  @Operation('partners.registerWellhubSetup', {
    summary: 'Register our webhooks at Wellhub',
    description:
      'Only what is missing or wrong is sent. Wellhub may take a live gym off its app while its webhooks are changed: hence `confirm`.',
    answer: RegisteredSetupDto,
    errors: [
      ConnectionErrors.notFound,
      GymErrors.notFound,
      SetupErrors.productionOnly,
      SetupErrors.credentialsRefused,
      SetupErrors.secretMissing,
      SetupErrors.unreachable,
    ],
  })
  @Post()
  @HttpCode(200)
  @Requires('PARTNER_ADMIN')
  async register(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() { confirm, gymId }: RegisterSetupDto,
  ): Promise<RegisteredSetupDto> {
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
