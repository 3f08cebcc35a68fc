import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors, Gyms } from '../../partners/index.js';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ConnectionTest } from './connection-test.js';
import { ConnectionTestsRepository } from './connection-tests.repository.js';

@ApiTags('Gyms')
@Controller('admin/v1')
export class ConnectionTestController {
  constructor(
    private readonly gyms: Gyms,
    private readonly test: ConnectionTest,
    private readonly results: ConnectionTestsRepository,
  ) {}

  @Post('gyms/:gymId/wellhub/test')
  @HttpCode(200)
  @Requires('STUDIO_WRITE')
  async run(
    @Tenant() partnerId: string,
    @Param('gymId', new IdPipe(GymErrors.notFound)) gymId: number,
  ) {
    await this.gyms.get(partnerId, gymId);
    const answer = await this.test.run(partnerId, gymId);
    await this.results.keep(partnerId, gymId, answer.result);
    return answer;
  }
}
