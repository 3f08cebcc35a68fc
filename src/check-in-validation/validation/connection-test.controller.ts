import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors, Gyms } from '../../partners/index.js';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ConnectionTest } from './connection-test.js';
import { ConnectionTestsRepository } from './connection-tests.repository.js';
import { Operation } from '../../platform/http/operation.js';
import { ConnectionTestDto } from './connection-test.dto.js';

@ApiTags('Gyms')
@Controller('admin/v1')
export class ConnectionTestController {
  constructor(
    private readonly gyms: Gyms,
    private readonly test: ConnectionTest,
    private readonly results: ConnectionTestsRepository,
  ) {}

  @Operation('gyms.testWellhubConnection', {
    summary: 'Try whether Wellhub accepts the credentials of a gym',
    description:
      'It validates a check-in that cannot exist, so nothing is paid and nothing stored. A result other than `OK` is an answer, too.',
    answer: ConnectionTestDto,
    errors: [GymErrors.notFound],
  })
  @Post('gyms/:gymId/wellhub/test')
  @HttpCode(200)
  @Requires('STUDIO_WRITE')
  async run(
    @Tenant() partnerId: string,
    @Param('gymId', new IdPipe(GymErrors.notFound)) gymId: number,
  ): Promise<ConnectionTestDto> {
    await this.gyms.get(partnerId, gymId);
    const target = await this.results.target(partnerId, gymId);
    const answer = await this.test.run(partnerId, gymId);
    await this.results.keep(partnerId, gymId, { target, result: answer.result });
    return answer;
  }
}
